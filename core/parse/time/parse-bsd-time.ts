import type { ParseContext } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { monthAt } from './month-number.ts'
import { isZoneName } from './named-zones.ts'
import { dateInYear, inNewestYear } from './newest-year.ts'
import { fractionAt } from './parse-fraction.ts'
import { parseZone } from './parse-zone.ts'
import { isClock, toNanos } from './to-nanos.ts'

const SPACE = 0x20

export interface BsdTime {
  /** Undefined for a date no recent year has, or a zone that means several. */
  time: bigint | undefined
  /** Where the text goes on. */
  end: number
}

/** A year of this century or the end of the last, so that other numbers of four digits stay what they are. */
function yearAt(text: string, at: number): number {
  const year = digitsAt(text, at, 4)
  const next = text.charCodeAt(at + 4)
  const ends = at + 4 >= text.length || next === SPACE || next === 0x5d
  return ends && year >= 1990 && year < 2100 ? year : -1
}

/** `CET`, `GMT+2` or an offset at `at`; -1 for words that are none. */
function zoneEnd(text: string, at: number): number {
  const first = text.charCodeAt(at)
  const sign = first === 0x2b || first === 0x2d
  if (!sign && !(first >= 0x41 && first <= 0x5a)) return -1
  let end = at + 1
  for (; end - at < 10; end++) {
    const code = text.charCodeAt(end)
    const digit = code >= 0x30 && code <= 0x39
    if (!(digit || (!sign && code >= 0x41 && code <= 0x5a))) break
  }
  const next = text.charCodeAt(end)
  if (end < text.length && next !== SPACE && next !== 0x3a && next !== 0x5d) return -1
  if (sign) return end - at === 5 ? end : -1
  return isZoneName(text.slice(at, end)) ? end : -1
}

/**
 * RFC 3164 4.1.2 `Oct 11 22:14:15` (also `Oct  1`, `Oct 01`), with what devices add: the year before
 * (`2026 Oct 11 22:14:15`), between (`Oct 11 2026 22:14:15`) or behind, a fraction, a zone by name or offset.
 * Without a year: the newest one in which the time is not in the future.
 * @returns undefined when no such time stands at `at`
 */
export function bsdTimeAt(text: string, at: number, context: ParseContext): BsdTime | undefined {
  let year = text.charCodeAt(at + 4) === SPACE ? yearAt(text, at) : -1
  let cursor = year > 0 ? at + 5 : at
  const month = monthAt(text, cursor)
  if (month === 0 || text.charCodeAt(cursor + 3) !== SPACE) return undefined
  cursor += 4
  if (text.charCodeAt(cursor) === SPACE) cursor++
  const wide = digitsAt(text, cursor, 2)
  const day = wide >= 0 ? wide : digitsAt(text, cursor, 1)
  cursor += wide >= 0 ? 2 : 1
  if (day < 1 || text.charCodeAt(cursor) !== SPACE) return undefined
  cursor++
  if (year < 0 && text.charCodeAt(cursor + 4) === SPACE) {
    year = digitsAt(text, cursor, 4)
    cursor += 5
  }
  if (text.charCodeAt(cursor + 2) !== 0x3a || text.charCodeAt(cursor + 5) !== 0x3a) return undefined
  const hour = digitsAt(text, cursor, 2)
  const minute = digitsAt(text, cursor + 3, 2)
  const second = digitsAt(text, cursor + 6, 2)
  if (!isClock(hour, minute, second)) return undefined
  cursor += 8
  const point = text.charCodeAt(cursor)
  const fraction = point === 0x2e || point === 0x2c ? fractionAt(text, cursor + 1) : undefined
  cursor = fraction?.end ?? cursor
  let zone: number | ParseContext | undefined = context
  const named = text.charCodeAt(cursor) === SPACE ? zoneEnd(text, cursor + 1) : -1
  if (named > 0) {
    zone = parseZone(text.slice(cursor + 1, named))
    cursor = named
  }
  if (year < 0 && text.charCodeAt(cursor) === SPACE) {
    year = yearAt(text, cursor + 1)
    if (year > 0) cursor += 5
  }
  const clock = ((hour * 60 + minute) * 60 + second) * 1_000
  const ms =
    zone === undefined
      ? Number.NaN
      : year > 0
        ? dateInYear(year, month, day, clock, zone)
        : inNewestYear(month, day, clock, context, zone)
  return { time: Number.isNaN(ms) ? undefined : toNanos(ms, fraction?.nanos), end: cursor }
}
