import { digitsAt } from '../text/digits.ts'
import { type Clock, localToUtc } from './local-time.ts'
import { monthAt } from './month-number.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

const TEXT = /^[A-Z][a-z]{2} +([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/

/**
 * `Mon Mar  9 12:00:00 2026`, as C's ctime writes it.
 * @returns nanoseconds since the epoch, undefined for anything else
 */
export function parseCtime(text: string, clock: number | Clock): bigint | undefined {
  const parts = text.length > 40 ? null : TEXT.exec(text)
  if (!parts) return undefined
  const [, name = '', day = '', ofDay = '', year = ''] = parts
  const month = monthAt(name, 0)
  const hour = digitsAt(ofDay, 0, 2)
  const minute = digitsAt(ofDay, 3, 2)
  const second = digitsAt(ofDay, 6, 2)
  if (!isDate(Number(year), month, Number(day)) || !isClock(hour, minute, second)) return undefined
  return toNanos(localToUtc(Date.UTC(Number(year), month - 1, Number(day), hour, minute, second), clock))
}
