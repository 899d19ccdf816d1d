const MAX_ATTRIBUTES = 1_000
const KEY = /^[\w.() -]{1,64}$/

export interface LeefRecord {
  version: string
  vendor: string
  product: string
  deviceVersion: string
  eventId: string
  attributes: Map<string, string>
  /** There are more attributes than are read. */
  isCut: boolean
}

/** `^`, `x09`, `0x09`, `\t`; a tab where none is given. */
function delimiterOf(part: string): string | undefined {
  if (part === '') return '\t'
  if (part === '\\t') return '\t'
  if (part.length === 1) return part
  const hex = /^(?:0|\\)?x([\da-fA-F]{1,4})$/.exec(part)?.[1]
  return hex === undefined ? undefined : String.fromCharCode(Number.parseInt(hex, 16))
}

/** Many devices write blanks or other characters where version 1.0 wants tabs: what stands before the second key. */
function guessDelimiter(text: string): string {
  if (text.includes('\t')) return '\t'
  const second = /^[^=]{1,64}=[^=]{0,2000}?([ ^|;,])[\w.-]{1,64}=/.exec(text.slice(0, 2_100))
  return second?.[1] ?? '\t'
}

export function readAttributes(text: string, delimiter: string): Map<string, string> {
  const attributes = new Map<string, string>()
  let key = ''
  for (const part of text.split(delimiter, MAX_ATTRIBUTES)) {
    const equals = part.indexOf('=')
    const name = equals < 0 ? '' : part.slice(0, equals).trim()
    if (equals >= 0 && KEY.test(name)) {
      key = name
      const value = part.slice(equals + 1).trim()
      if (value !== '' && !attributes.has(key)) attributes.set(key, value)
    } else if (key !== '' && part !== '') {
      // The delimiter stood inside a value.
      const before = attributes.get(key)
      if (before !== undefined && before.length < 10_000) attributes.set(key, `${before}${delimiter}${part}`)
    }
  }
  return attributes
}

/** `LEEF:1.0|vendor|product|version|id|` and `LEEF:2.0|vendor|product|version|id|delimiter|`, then attributes. */
export function readLeef(text: string): LeefRecord | undefined {
  const bars: number[] = []
  for (let at = text.indexOf('|'); at >= 0 && bars.length < 6; at = text.indexOf('|', at + 1)) bars.push(at)
  if (bars.length < 4) return undefined
  const part = (i: number): string => text.slice((bars[i - 1] ?? 0) + 1, bars[i] ?? text.length).trim()
  const version = text.slice(5, bars[0]).trim()
  if (!/^\d(?:\.\d)?$/.test(version)) return undefined
  const given = version.startsWith('2') && bars[5] !== undefined ? delimiterOf(part(5)) : undefined
  const end = given === undefined ? (bars[4] ?? text.length) : (bars[5] ?? text.length)
  const rest = text.slice(end + 1)
  const attributes = readAttributes(rest, given ?? guessDelimiter(rest))
  const isCut = attributes.size >= MAX_ATTRIBUTES
  return {
    version,
    vendor: part(1),
    product: part(2),
    deviceVersion: part(3),
    eventId: part(4),
    attributes,
    isCut,
  }
}
