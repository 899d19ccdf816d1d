import type { Fields } from '../../event/event.ts'

/** What a word in the name of an action says. */
interface Hint {
  category?: string
  /** Beside a verb's own type: `user`, `group`. */
  kind?: string
}

const NOUNS: readonly (readonly [hint: Hint, words: string])[] = [
  [
    { category: 'authentication' },
    'login logon logged signin signon authentication authenticate authenticated auth mfa sso logout logoff signout signoff otp',
  ],
  [{ category: 'vulnerability' }, 'vulnerability vulnerabilities cve'],
  [{ category: 'malware' }, 'malware virus antivirus antimalware ransomware trojan quarantine quarantined'],
  [{ category: 'intrusion_detection' }, 'ips ids exploit intrusion attack'],
  [{ category: 'iam', kind: 'group' }, 'group groups'],
  [
    { category: 'iam', kind: 'user' },
    'user users account accounts member members password role roles permission permissions privilege invitation invite',
  ],
  [{ category: 'email' }, 'email mail mailbox phish phishing spam'],
  [{ category: 'file' }, 'file files folder document documents attachment page blog space'],
  [{ category: 'database' }, 'database sql table'],
  [{ category: 'process' }, 'process command execve exec'],
  [{ category: 'registry' }, 'registry regkey'],
  [
    { category: 'configuration' },
    'config configuration setting settings policy policies workflow field scheme webhook integration plugin project',
  ],
  [{ category: 'session' }, 'session sessions'],
  [
    { category: 'network' },
    'network connection connections flow traffic firewall dns vpn tunnel packet dhcp',
  ],
  [{ category: 'web' }, 'http request waf web'],
  [{ category: 'host' }, 'device host endpoint agent system'],
]

const VERBS: readonly (readonly [type: string, words: string])[] = [
  [
    'creation',
    'create created creating add added adding new register registered invite invited generate generated creation upload uploaded insert',
  ],
  [
    'deletion',
    'delete deleted deleting remove removed removing deletion destroy destroyed purge revoke revoked unregister',
  ],
  [
    'change',
    'update updated updating modify modified change changed edit edited set reset rename renamed enable enabled disable disabled move moved assign assigned grant granted lock locked unlock unlocked restore restored rotate',
  ],
  [
    'end',
    'logout logoff signout signoff stop stopped end ended terminate terminated closed close disconnect disconnected',
  ],
  [
    'start',
    'login logon logged signin signon start started begin launch launched authenticate authenticated authentication execve exec connect connected',
  ],
  ['denied', 'deny denied block blocked drop dropped reject rejected refused forbidden'],
  ['allowed', 'allow allowed accept accepted permit permitted pass passed'],
  [
    'access',
    'read view viewed access accessed get list download downloaded open opened browse search export exported',
  ],
  ['error', 'error exception'],
]

const NOUN_OF = new Map(
  NOUNS.flatMap(([hint, words]) => words.split(' ').map((word) => [word, hint] as const)),
)
const VERB_OF = new Map(
  VERBS.flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
)
const BAD = new Set([
  'failed',
  'failure',
  'fail',
  'denied',
  'deny',
  'error',
  'invalid',
  'blocked',
  'rejected',
  'unsuccessful',
])
const GOOD = new Set(['success', 'succeeded', 'successful', 'accepted', 'allowed', 'granted'])

const MAX_ACTION = 120

/** `UserLoggedIn`, `user.login-failed`, `Log in`: words in lower case. */
function wordsOf(action: string): string[] {
  return action
    .slice(0, MAX_ACTION)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\b(log|sign)[ _-]?(in|on|out|off)\b/g, '$1$2')
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}

interface Guess {
  category: string | undefined
  types: readonly string[]
  outcome: 'success' | 'failure' | undefined
}

const NO_GUESS: Guess = { category: undefined, types: [], outcome: undefined }

function guessFromAction(action: string): Guess {
  const words = wordsOf(action)
  const hints = words.map((word) => NOUN_OF.get(word)).filter((hint) => hint !== undefined)
  const [type] = words.map((word) => VERB_OF.get(word)).filter((verb) => verb !== undefined)
  const first = NOUNS.map(([hint]) => hint).find((hint) => hints.includes(hint))
  const bad = words.some((word) => BAD.has(word))
  const good = words.some((word) => GOOD.has(word))
  const kind = first?.kind
  return {
    category: first?.category,
    types: type === undefined ? [] : kind === undefined ? [type] : [kind, type],
    outcome: bad ? 'failure' : good ? 'success' : undefined,
  }
}

/** Cached: a product has a few hundred actions at most. Bounded, because a sender chooses them. */
const MAX_ACTIONS = 5_000
const guesses = new Map<string, Guess>()

function guessOf(action: unknown): Guess {
  if (typeof action !== 'string') return NO_GUESS
  const known = guesses.get(action)
  if (known) return known
  const guess = guessFromAction(action)
  if (guesses.size < MAX_ACTIONS && action.length <= MAX_ACTION) guesses.set(action, guess)
  return guess
}

const has = (fields: Fields, name: string): boolean => fields[name] !== undefined

/** What an event has tells what it is about, where nothing names it. */
function guessFromFields(fields: Fields): string | undefined {
  if (has(fields, 'threat.indicator.name')) return 'threat'
  if (has(fields, 'email.from.address') || has(fields, 'email.subject')) return 'email'
  if (has(fields, 'http.request.method') || has(fields, 'http.response.status_code')) return 'web'
  if (has(fields, 'source.ip') && has(fields, 'destination.ip')) return 'network'
  if (has(fields, 'dns.question.name')) return 'network'
  if (has(fields, 'process.command_line') || has(fields, 'process.parent.name')) return 'process'
  if (has(fields, 'file.path') || has(fields, 'file.hash.sha256')) return 'file'
  return undefined
}

/**
 * Category and type of an event of an unknown product: by the words of its action, else by what it has. Does not touch
 * what is known already.
 */
export function guessCategory(fields: Fields): void {
  const guess = guessOf(fields['event.action'])
  if (guess.outcome !== undefined) fields['event.outcome'] ??= guess.outcome
  const category = guess.category ?? guessFromFields(fields)
  if (category !== undefined) fields['event.category'] ??= [category]
  if (category === 'network' && has(fields, 'source.ip') && has(fields, 'destination.ip')) {
    const verdict = guess.types.filter((type) => type === 'denied' || type === 'allowed')
    fields['event.type'] ??= ['connection', ...verdict]
  }
  if (guess.types.length > 0) fields['event.type'] ??= guess.types
  else if (category === 'web') fields['event.type'] ??= ['access']
  else fields['event.type'] ??= ['info']
}
