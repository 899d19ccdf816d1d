import { UserError } from '#core/errors'

const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d(?:\.\d{1,3})?))?)?)?Z?$/

/**
 * `FROM..TO` in UTC, of days or of moments; TO may be left out.
 * @param now milliseconds since the epoch
 * @returns milliseconds, half open
 * @throws UserError
 */
export function readRange(text: string, now: number): { from: number; to: number } {
  const [first = '', last, ...more] = text.split('..')
  if (last === undefined || more.length > 0) throw wrong(text)
  const from = readTime(first)
  const to = last === '' ? now : readTime(last)
  if (Number.isNaN(from) || Number.isNaN(to) || from >= to) throw wrong(text)
  return { from, to }
}

function readTime(text: string): number {
  const [found, day, hour = '00', minute = '00', second = '00'] = TIME.exec(text) ?? []
  if (found === undefined) return Number.NaN
  const time = Date.parse(`${day}T${hour}:${minute}:${second}Z`)
  // Date.parse takes the 31st of any month for a day of the next, and the hour 24.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${day}T`) ? time : Number.NaN
}

function wrong(text: string): UserError {
  return new UserError(
    'BAD_USER_INPUT',
    `Not a range: ${text}. Write 2026-03-01..2026-03-08, or with times as 2026-03-01T06:30..2026-03-01T07`,
  )
}
