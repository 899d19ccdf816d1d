const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** @param month 1-12 */
export function isDate(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0))) return false
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

/** A leap second (60) counts as the first of the next minute. */
export function isClock(hour: number, minute: number, second: number): boolean {
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60
}

/** @returns nanoseconds since the epoch */
export function toNanos(milliseconds: number, nanos = 0): bigint {
  return BigInt(milliseconds) * 1_000_000n + BigInt(nanos)
}
