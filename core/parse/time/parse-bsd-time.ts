import type { ParseContext } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { monthAt } from './month-number.ts'
import { fractionAt } from './parse-fraction.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

/** A clock may run ahead of ours by this much before its time is taken for last year's. */
const AHEAD_MS = 36 * 3_600_000

export interface BsdTime {
  /** Undefined for a date no recent year has. */
  time: bigint | undefined
  /** Where the text goes on. */
  end: number
}

/**
 * RFC 3164 4.1.2 `Oct 11 22:14:15` (also `Oct  1`, `Oct 01`), with the year (`Oct 11 2020 22:14:15`) or a fraction
 * where a device adds them. Without a year: the newest one in which the time is not in the future.
 * @returns undefined when no such time stands at `at`
 */
export function bsdTimeAt(text: string, at: number, context: ParseContext): BsdTime | undefined {
  const month = monthAt(text, at)
  if (month === 0 || text.charCodeAt(at + 3) !== 0x20) return undefined
  let cursor = at + 4
  if (text.charCodeAt(cursor) === 0x20) cursor++
  const wide = digitsAt(text, cursor, 2)
  const day = wide >= 0 ? wide : digitsAt(text, cursor, 1)
  cursor += wide >= 0 ? 2 : 1
  if (day < 1 || text.charCodeAt(cursor) !== 0x20) return undefined
  cursor++
  let year = -1
  if (text.charCodeAt(cursor + 4) === 0x20) {
    year = digitsAt(text, cursor, 4)
    cursor += 5
  }
  if (text.charCodeAt(cursor + 2) !== 0x3a || text.charCodeAt(cursor + 5) !== 0x3a) return undefined
  const hour = digitsAt(text, cursor, 2)
  const minute = digitsAt(text, cursor + 3, 2)
  const second = digitsAt(text, cursor + 6, 2)
  if (!isClock(hour, minute, second)) return undefined
  cursor += 8
  const fraction = text.charCodeAt(cursor) === 0x2e ? fractionAt(text, cursor + 1) : undefined
  const inYear = (y: number): number =>
    isDate(y, month, day)
      ? Date.UTC(y, month - 1, day, hour, minute - context.zoneMinutes, second)
      : Number.NaN
  const ms = year > 0 ? inYear(year) : newestPast(inYear, context)
  return {
    time: Number.isNaN(ms) ? undefined : toNanos(ms, fraction?.nanos),
    end: fraction?.end ?? cursor,
  }
}

/** Up to eight years back: the longest stretch without a 29 February. */
function newestPast(inYear: (year: number) => number, context: ParseContext): number {
  const latest = new Date(context.received + AHEAD_MS + context.zoneMinutes * 60_000).getUTCFullYear()
  for (let year = latest; year >= latest - 8; year--) {
    const ms = inYear(year)
    if (ms <= context.received + AHEAD_MS) return ms
  }
  return Number.NaN
}
