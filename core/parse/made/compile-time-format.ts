import type { ParseContext } from '../parser.ts'
import { monthAt } from '../time/month-number.ts'
import { dateInYear, inNewestYear } from '../time/newest-year.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { parseZone } from '../time/parse-zone.ts'
import { isClock, toNanos } from '../time/to-nanos.ts'

/** Nanoseconds since the epoch; undefined for a text of another form. */
export type ReadTime = (text: string, context: ParseContext) => bigint | undefined

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'zone'

/** Letters of a format, as Logstash's and Java's date formats have them; each run of digits is bounded. */
const LETTERS: Readonly<Record<string, readonly [part: Part | undefined, source: string]>> = {
  yyyy: ['year', '\\d{4}'],
  YYYY: ['year', '\\d{4}'],
  yy: ['shortYear', '\\d{2}'],
  MMMM: ['month', '[A-Za-z]{3,9}'],
  MMM: ['month', '[A-Za-z]{3}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', ' ?\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour', '\\d{2}'],
  h: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  m: ['minute', '\\d{1,2}'],
  ss: ['second', '\\d{2}'],
  s: ['second', '\\d{1,2}'],
  a: ['half', '[AaPp][Mm]'],
  Z: ['zone', '(?:Z|[+-]\\d{2}:?\\d{2})'],
  z: ['zone', '[A-Za-z]{1,5}'],
  EEEE: [undefined, '[A-Za-z]{6,9}'],
  EEE: [undefined, '[A-Za-z]{3}'],
}
/** How often a letter is repeated says no more. */
const SAME: Readonly<Record<string, string>> = { ZZ: 'Z', X: 'Z', XX: 'Z', XXX: 'Z', zzz: 'z' }
const TOKEN =
  /'([^']*)'|(yyyy|YYYY|yy|M{1,4}|dd?|HH?|hh?|mm?|ss?|S{1,9}|a|ZZ?|X{1,3}|zzz|z|EEEE|EEE)|([\s\S])/g
const LETTER = /[A-Za-z]/
const MAX_LENGTH = 100

/**
 * @param format `ISO8601`, `UNIX`, `UNIX_MS`, or letters: `dd/MMM/yyyy:HH:mm:ss Z`, `MMM d HH:mm:ss`
 * @throws Error naming a letter that means nothing
 */
export function compileTimeFormat(format: string): ReadTime {
  if (format === 'ISO8601') return (text, context) => parseAnyTime(text, context)
  if (format === 'UNIX' || format === 'UNIX_MS') return epoch(format === 'UNIX' ? 1_000 : 1)
  const parts: Part[] = []
  let source = ''
  for (const [, quoted, letters, other] of format.matchAll(TOKEN)) {
    if (letters !== undefined) {
      const [part, digits] = /^S/.test(letters) ? (['fraction', '\\d{1,9}'] as const) : lettersOf(letters)
      if (part) parts.push(part)
      source += part ? `(${digits})` : digits
    } else {
      const literal = quoted ?? other ?? ''
      if (quoted === undefined && LETTER.test(literal))
        throw new Error(`${literal} means nothing in a date format`)
      source += literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    }
  }
  const regex = new RegExp(`^${source}$`)
  return (text, context) => {
    const found = text.length <= MAX_LENGTH ? regex.exec(text) : null
    return found ? timeOf(new Map(parts.map((part, i) => [part, found[i + 1] ?? ''])), context) : undefined
  }
}

function lettersOf(letters: string): readonly [Part | undefined, string] {
  return LETTERS[SAME[letters] ?? letters] ?? [undefined, '']
}

const EPOCH = /^\d{1,13}(?:\.\d{1,9})?$/

function epoch(milliseconds: number): ReadTime {
  return (text) => {
    if (!EPOCH.test(text)) return undefined
    const [whole = '', fraction = ''] = text.split('.')
    const unit = BigInt(milliseconds) * 1_000_000n
    const digits = BigInt(fraction.padEnd(9, '0').slice(0, 9))
    return BigInt(whole) * unit + (digits * unit) / 1_000_000_000n
  }
}

function timeOf(parts: ReadonlyMap<Part, string>, context: ParseContext): bigint | undefined {
  const number = (part: Part, absent: number) => Number(parts.get(part)?.trim() || absent)
  const monthText = parts.get('month') ?? '1'
  const month = LETTER.test(monthText) ? monthAt(monthText, 0) : Number(monthText)
  const [day, minute, second] = [number('day', 1), number('minute', 0), number('second', 0)]
  const half = parts.get('half')?.toLowerCase()
  const hour = half ? (number('hour', 12) % 12) + (half === 'pm' ? 12 : 0) : number('hour', 0)
  if (!isClock(hour, minute, second)) return undefined
  const msOfDay = ((hour * 60 + minute) * 60 + second) * 1_000
  const zoneText = parts.get('zone')
  const zone = zoneText === undefined ? undefined : parseZone(zoneText)
  if (zoneText !== undefined && zone === undefined) return undefined
  const clock = zone ?? context
  const year = yearOf(parts)
  const ms =
    year === undefined
      ? inNewestYear(month, day, msOfDay, context, clock)
      : dateInYear(year, month, day, msOfDay, clock)
  const nanos = Number((parts.get('fraction') ?? '').padEnd(9, '0'))
  return Number.isFinite(ms) ? toNanos(ms, nanos) : undefined
}

/** Two digits are of this century. */
function yearOf(parts: ReadonlyMap<Part, string>): number | undefined {
  const year = parts.get('year')
  if (year !== undefined) return Number(year)
  const short = parts.get('shortYear')
  return short === undefined ? undefined : 2_000 + Number(short)
}
