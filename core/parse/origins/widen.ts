import { isSameLetter } from './is-same-letter.ts'

/** A part of a line, and the part of a value that is the same text. In UTF-16 code units. */
export interface Segment {
  start: number
  end: number
  from: number
  to: number
}

/** How many characters of the line make one of the value, and which; undefined where it is no such code. */
type Code = (raw: string, at: number) => { text: string; length: number } | undefined

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
])
/** The longest code: `&#1114111;`. */
const LONGEST_CODE = 10

function at(pattern: RegExp, raw: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place
  return pattern.exec(raw)
}

const CODES: readonly Code[] = [
  () => undefined,
  // JSON, and all that escapes with a backslash.
  (raw, place) => {
    const unicode = at(/\\u([0-9a-f]{4})/iy, raw, place)
    if (unicode) return { text: String.fromCharCode(Number.parseInt(unicode[1] ?? '', 16)), length: 6 }
    const next = raw.charAt(place + 1)
    return raw.charAt(place) === '\\' && next !== ''
      ? { text: ESCAPES.get(next) ?? next, length: 2 }
      : undefined
  },
  // XML.
  (raw, place) => {
    const found = at(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/iy, raw, place)
    if (!found) return undefined
    const [whole, name, decimal, hex] = found
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const text = name === undefined ? (code <= 0xffff ? String.fromCharCode(code) : '') : ENTITIES.get(name)
    return text ? { text, length: whole.length } : undefined
  },
  // URLs.
  (raw, place) => {
    const found = at(/%([0-7][0-9a-f])/iy, raw, place)
    if (found) return { text: String.fromCharCode(Number.parseInt(found[1] ?? '', 16)), length: 3 }
    return raw.charAt(place) === '+' ? { text: ' ', length: 1 } : undefined
  },
  // CSV.
  (raw, place) => (raw.startsWith('""', place) ? { text: '"', length: 2 } : undefined),
]

/** The longest part of a value around a place where line and value are known to be the same text, as it is or encoded. */
export function widen(raw: string, known: Segment, value: string): Segment {
  let best = known
  for (const code of CODES) {
    const found = widenWith(code, raw, known, value)
    if (found.to - found.from > best.to - best.from) best = found
    if (best.to - best.from === value.length) break
  }
  return best
}

function widenWith(code: Code, raw: string, known: Segment, value: string): Segment {
  let { start, end, from, to } = known
  while (to < value.length) {
    const coded = code(raw, end)
    if (coded && coded.text === value.charAt(to)) end += coded.length
    else if (isSameLetter(raw.charAt(end), value.charAt(to))) end++
    else break
    to++
  }
  while (from > 0) {
    const length = lengthBefore(code, raw, start, value.charAt(from - 1))
    if (length === 0) break
    start -= length
    from--
  }
  return { start, end, from, to }
}

/** How many characters before a place make this one of the value; 0 where none do. */
function lengthBefore(code: Code, raw: string, end: number, letter: string): number {
  for (let length = Math.min(LONGEST_CODE, end); length > 0; length--) {
    const coded = code(raw, end - length)
    if (coded?.length === length && coded.text === letter) return length
  }
  return end > 0 && isSameLetter(raw.charAt(end - 1), letter) ? 1 : 0
}
