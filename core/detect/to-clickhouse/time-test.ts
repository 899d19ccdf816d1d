import type { TimePart } from '../rule/condition.ts'
import { SPACE } from './number-test.ts'

/** Groups: year, month, day, hour, minute, second, zone. */
export const TIME = `^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?${SPACE}?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$`

/** The Gregorian calendar repeats after 400 years, weeks included; `Date32` holds just so many from 1900. */
const CYCLE_DAYS = 146_097
const CYCLES = 6

/**
 * A part of the time in UTC, `Nullable(Int64)`, by the same arithmetic as {@link timePart}: ClickHouse's own times
 * end in 1900 and 2299.
 * @param groups SQL of an array with what {@link TIME} found; empty when the text is no time
 */
export function timePartOf(part: TimePart, groups: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = [1, 2, 3, 4, 5, 6].map(
    (group) => `toInt64OrZero(${groups}[${group}])`,
  )
  const zone = `${groups}[7]`
  const zoneHour = `toInt64OrZero(substring(${zone}, 2, 2))`
  const zoneMinute = `toInt64OrZero(right(${zone}, 2))`
  const isLeap = `(${year} % 4 = 0 AND (${year} % 100 != 0 OR ${year} % 400 = 0))`
  const daysOfMonth = `if(${month} = 2, 28 + ${isLeap}, 30 + (${month} + intDiv(${month}, 8)) % 2)`
  const valid = [
    `notEmpty(${groups})`,
    `${month} BETWEEN 1 AND 12`,
    `${day} BETWEEN 1 AND ${daysOfMonth}`,
    `${hour} < 24 AND ${minute} < 60 AND ${second} < 60 AND ${zoneHour} < 24 AND ${zoneMinute} < 60`,
  ].join(' AND ')
  const offset = `if(startsWith(${zone}, '-'), -1, 1) * (${zoneHour} * 60 + ${zoneMinute})`
  const minutes = `(${daysSql(year, month, day)} * 1440 + ${hour} * 60 + ${minute} - ${offset})`
  return `if(${valid}, toInt64(${partSql(part, minutes)}), NULL)`
}

function partSql(part: TimePart, minutes: string): string {
  if (part === 'minute') return `${minutes} % 60`
  if (part === 'hour') return `intDiv(${minutes}, 60) % 24`
  const since = `(intDiv(${minutes}, 1440) - ${DAYS_OF_1900 - CYCLES * CYCLE_DAYS})`
  const date = `addDays(toDate32('1900-01-01'), ${since} % ${CYCLE_DAYS})`
  switch (part) {
    case 'day':
      return `toDayOfMonth(${date})`
    case 'week':
      return `toISOWeek(${date})`
    case 'month':
      return `toMonth(${date})`
    case 'year':
      return `toInt64(toYear(${date})) + 400 * (intDiv(${since}, ${CYCLE_DAYS}) - ${CYCLES})`
  }
}

/** Days since a day long before the year 0, so that all is positive. */
function daysSql(year: string, month: string, day: string): string {
  const marchYear = `(${year} + 400 - (${month} <= 2))`
  const marchMonth = `(${month} + if(${month} > 2, -3, 9))`
  return `(365 * ${marchYear} + intDiv(${marchYear}, 4) - intDiv(${marchYear}, 100) + intDiv(${marchYear}, 400) + intDiv(153 * ${marchMonth} + 2, 5) + ${day} - 1)`
}

/** 1900-01-01 as {@link daysSql} counts. */
const DAYS_OF_1900 = 365 * 2299 + 574 - 22 + 5 + 306
