import { digitsAt } from '../text/digits.ts'
import { type Clock, localToUtc } from './local-time.ts'
import { fractionAt } from './parse-fraction.ts'
import { parseZone } from './parse-zone.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

const T = 0x54
const SPACE = 0x20

/**
 * ISO 8601 / RFC 3339: `2016-01-15T01:00:43.123456789+02:00`; also with a space for the T, a comma for the point,
 * without seconds or zone.
 * @param clock zone of a time that names none: minutes east of UTC, or the whole context
 * @returns nanoseconds since the epoch, undefined for anything else
 */
export function parseIsoTime(text: string, clock: number | Clock): bigint | undefined {
  if (text.length < 16 || text.length > 40) return undefined
  const between = text.charCodeAt(10)
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return undefined
  if ((between !== T && between !== SPACE) || text.charCodeAt(13) !== 0x3a) return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  const hour = digitsAt(text, 11, 2)
  const minute = digitsAt(text, 14, 2)
  let at = 16
  let second = 0
  let nanos = 0
  if (text.charCodeAt(16) === 0x3a) {
    second = digitsAt(text, 17, 2)
    at = 19
    const point = text.charCodeAt(19)
    if (point === 0x2e || point === 0x2c) {
      const fraction = fractionAt(text, 20)
      if (!fraction) return undefined
      nanos = fraction.nanos
      at = fraction.end
    }
  }
  if (year < 0 || !isDate(year, month, day) || !isClock(hour, minute, second)) return undefined
  if (text.charCodeAt(at) === SPACE) at++
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const zone = at >= text.length ? clock : parseZone(text.slice(at))
  return zone === undefined ? undefined : toNanos(localToUtc(local, zone), nanos)
}
