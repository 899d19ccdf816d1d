const MAX_PAIRS = 500
const MAX_KEY = 64
const QUOTE = 0x22
const APOSTROPHE = 0x27
const BACKSLASH = 0x5c

/** Letters of keys; where pairs are not parted by blanks, keys may hold some. */
const isKeyCode = (code: number, blanks: boolean): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2e ||
  code === 0x2d ||
  code === 0x40 ||
  (blanks && (code === 0x20 || code === 0x2f))

/** Where the key before `=` begins; `equals` itself where none stands there. */
function keyStart(text: string, equals: number, from: number, blanks: boolean): number {
  let at = equals
  const least = Math.max(from, equals - MAX_KEY)
  while (at > least && isKeyCode(text.charCodeAt(at - 1), blanks)) at--
  while (at < equals && text.charCodeAt(at) === 0x20) at++
  return at
}

const SEPARATORS = ' ,;|\t\n&'

/** What parts the pairs: what stands before most keys. */
function separatorOf(text: string): string {
  const votes = new Map<string, number>()
  let at = text.indexOf('=')
  let from = 0
  for (let seen = 0; at >= 0 && seen < 12; seen++) {
    let before = keyStart(text, at, from, false) - 1
    let blank = ' '
    while (before > from && (text[before] === ' ' || text[before] === '\t')) {
      if (text[before] === '\t') blank = '\t'
      before--
    }
    const character = text[before] ?? ''
    if (before > from) {
      const vote = SEPARATORS.includes(character) && character !== ' ' ? character : blank
      votes.set(vote, (votes.get(vote) ?? 0) + 1)
    }
    from = at + 1
    at = text.indexOf('=', from)
  }
  let best = ' '
  for (const [separator, count] of votes) if (count > (votes.get(best) ?? 0)) best = separator
  return best
}

/** The end of a quoted value: `\"` and `""` do not close it. -1 where nothing does. */
function closing(text: string, from: number, quote: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at
      at++
    }
  }
  return -1
}

function unquote(inner: string, quote: string): string {
  const single = inner.includes(quote + quote) ? inner.replaceAll(quote + quote, quote) : inner
  return single.includes('\\') ? single.replaceAll(/\\(["'\\])/g, '$1') : single
}

export interface KeyValues {
  pairs: Map<string, string>
  /** Characters that belong to pairs. */
  covered: number
  /** Where the first pair begins. */
  start: number
  /** More pairs follow than are read. */
  isCut: boolean
}

/**
 * `level=info msg="disk almost full" free=7`, also parted by commas, semicolons, bars or tabs; then values may hold
 * blanks. Of a key that comes twice the first counts.
 */
export function readKeyValues(text: string): KeyValues {
  const separator = separatorOf(text)
  const blanks = separator !== ' '
  const pairs = new Map<string, string>()
  let covered = 0
  let start = -1
  let at = 0
  // Without a closing quote anywhere behind, looking for one again would cost the line's square.
  let quotesEnd = false
  while (at < text.length && pairs.size < MAX_PAIRS) {
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    const begin = keyStart(text, equals, at, blanks)
    if (begin === equals) {
      at = equals + 1
      continue
    }
    const key = text.slice(begin, equals).trim()
    let valueStart = equals + 1
    while (text.charCodeAt(valueStart) === 0x20 && blanks) valueStart++
    const quote = text.charCodeAt(valueStart)
    const close =
      (quote === QUOTE || quote === APOSTROPHE) && !quotesEnd ? closing(text, valueStart + 1, quote) : -1
    let value: string
    let end: number
    if (close >= 0) {
      value = unquote(text.slice(valueStart + 1, close), text[valueStart] ?? '"')
      end = close + 1
    } else {
      if (quote === QUOTE) quotesEnd = true
      const next = text.indexOf(separator, valueStart)
      end = next < 0 ? text.length : next
      value = text.slice(valueStart, end).trim()
    }
    if (start < 0) start = begin
    covered += end - begin + 1
    if (value !== '' && !pairs.has(key)) pairs.set(key, value)
    at = Math.max(end, equals + 1)
  }
  return { pairs, covered, start, isCut: pairs.size >= MAX_PAIRS && text.includes('=', at) }
}
