/** Words that follow `user` without being a name. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...[
    'not',
    'found',
    'unknown',
    'denied',
    'in',
    'is',
    'from',
    'failed',
    'with',
    'authentication',
    'name',
    'and',
  ],
  ...[
    'for',
    'on',
    'at',
    'by',
    'to',
    'was',
    'has',
    'does',
    "doesn't",
    'login',
    'or',
    'the',
    'password',
    'that',
    'no',
  ],
])

const MAX_NAME = 128

/** `user=anna`, `user 'anna'`, `username: anna`, `User Name: anna`, `for user [anna]`, `USER anna:` */
const NAMED =
  /\b(?:user[ _]?(?:name|id)?|account(?:id)?|acct|login as|authenticate as|login for|authentication for)(?:=|: ?| )(["'[<]?)([^\s"'\]>,;()]{1,128})/gi

const closing = (open: string): string => (open === '[' ? ']' : open === '<' ? '>' : open)

/** The account that a text says was tried. */
export function findUser(text: string): string | undefined {
  for (const match of text.matchAll(NAMED)) {
    const [whole, open = '', word = ''] = match
    // In quotes or brackets a name may have blanks.
    const end = open === '' ? -1 : text.indexOf(closing(open), match.index + whole.length - word.length)
    const start = match.index + whole.length - word.length
    const name = end > start && end - start <= MAX_NAME ? text.slice(start, end) : word.replace(/[.:]+$/, '')
    if (name !== '' && !NO_NAMES.has(name.toLowerCase())) return name
  }
  return undefined
}
