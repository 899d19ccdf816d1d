import type { TimePart } from '../rule/condition.ts'

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A part of an ISO 8601 time in UTC, weeks as ISO 8601 counts them; undefined when the text is no such time.
 * Computed here and not by Date.parse, so that ClickHouse can be asked for the same (to-clickhouse/time-test.ts).
 */
export function timePart(text: string, part: TimePart): number | undefined {
  const found = TIME.exec(text)
  if (found === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0))
  const zone = zoneMinutes(found[7])
  if (hour > 23 || minute > 59 || second > 59 || zone === undefined) return undefined
  const date = dateOf(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  date.setUTCHours(hour, minute - zone)
  switch (part) {
    case 'minute':
      return date.getUTCMinutes()
    case 'hour':
      return date.getUTCHours()
    case 'day':
      return date.getUTCDate()
    case 'week':
      return isoWeek(date)
    case 'month':
      return date.getUTCMonth() + 1
    case 'year':
      return date.getUTCFullYear()
  }
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}

const DAY = 86_400_000

/** The week of the Thursday of the date's week. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7
  const thursday = dateOf(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - weekday + 3)
  return Math.floor((thursday.getTime() - dateOf(thursday.getUTCFullYear(), 0, 1).getTime()) / (7 * DAY)) + 1
}
