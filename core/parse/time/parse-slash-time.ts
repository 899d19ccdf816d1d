import { digitsAt } from '../text/digits.ts'
import { type Clock, localToUtc } from './local-time.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

const SLASH = 0x2f

/**
 * `2026/03/10 12:00:00`, as firewalls write it.
 * @param clock the device's zone, which such a time never names
 * @returns nanoseconds since the epoch, undefined for anything else
 */
export function parseSlashTime(text: string, clock: number | Clock): bigint | undefined {
  if (text.length !== 19 || text.charCodeAt(4) !== SLASH || text.charCodeAt(7) !== SLASH) return undefined
  if (text.charCodeAt(10) !== 0x20 || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a)
    return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  const hour = digitsAt(text, 11, 2)
  const minute = digitsAt(text, 14, 2)
  const second = digitsAt(text, 17, 2)
  if (year < 0 || !isDate(year, month, day) || !isClock(hour, minute, second)) return undefined
  return toNanos(localToUtc(Date.UTC(year, month - 1, day, hour, minute, second), clock))
}
