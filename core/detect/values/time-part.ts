import type { TimePart } from '../rule/condition.ts'

/** A part of an ISO 8601 time in UTC, weeks as ISO 8601 counts them; undefined when the text is no such time. */
export function timePart(text: string, part: TimePart): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text))
    return undefined
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`
  const date = new Date(zoned.replace(' ', 'T').replace(',', '.'))
  if (Number.isNaN(date.getTime())) return undefined
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

const DAY = 86_400_000

/** The week of the Thursday of the date's week. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7
  const thursday = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - weekday + 3),
  )
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY)) + 1
}
