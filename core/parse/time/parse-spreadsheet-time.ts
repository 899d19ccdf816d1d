import { type Clock, localToUtc } from './local-time.ts'
import { isClock, isDate, toNanos } from './to-nanos.ts'

const TIME = /^(\d{1,2})\/(\d{1,2})\/(\d\d) (\d{1,2}):(\d\d)$/

/**
 * `3/10/26 12:00`, what a spreadsheet makes of a time in lines that went through one.
 * @param clock the device's zone, which such a time never names
 * @returns nanoseconds since the epoch, undefined for anything else
 */
export function parseSpreadsheetTime(text: string, clock: number | Clock): bigint | undefined {
  const [, month = 0, day = 0, year = 0, hour = 0, minute = 0] = TIME.exec(text)?.map(Number) ?? []
  if (month === 0 || !isDate(2000 + year, month, day) || !isClock(hour, minute, 0)) return undefined
  return toNanos(localToUtc(Date.UTC(2000 + year, month - 1, day, hour, minute), clock))
}
