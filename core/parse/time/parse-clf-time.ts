import { digitsAt } from '../text/digits.ts'
import { monthAt } from './month-number.ts'
import { parseZone } from './parse-zone.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

/** Whether a time of the common log format may stand at `at`. */
export function looksLikeClfTime(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 2) === 0x2f && text.charCodeAt(at + 6) === 0x2f && text.charCodeAt(at + 11) === 0x3a
  )
}

/** @returns nanoseconds since the epoch for a whole `10/Oct/2000:13:55:36 -0700`, else undefined */
export function parseClfTime(text: string): bigint | undefined {
  if (!looksLikeClfTime(text, 0)) return undefined
  const day = digitsAt(text, 0, 2)
  const month = monthAt(text, 3)
  const year = digitsAt(text, 7, 4)
  const hour = digitsAt(text, 12, 2)
  const minute = digitsAt(text, 15, 2)
  const second = digitsAt(text, 18, 2)
  const zone = parseZone(text.slice(21))
  if (zone === undefined || year < 0 || !isDate(year, month, day) || !isClock(hour, minute, second)) {
    return undefined
  }
  return toNanos(Date.UTC(year, month - 1, day, hour, minute - zone, second))
}
