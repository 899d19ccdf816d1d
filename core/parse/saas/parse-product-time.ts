import type { Clock } from '../time/local-time.ts'
import { monthAt } from '../time/month-number.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Times as services write them: besides the usual ones Go's `2026-03-10 12:00:00.1 +0000 UTC`, `10-Mar-2026 12:00:00`. */
export function parseProductTime(value: unknown, clock: number | Clock): bigint | undefined {
  const time = parseAnyTime(value, clock)
  if (time !== undefined || typeof value !== 'string' || value.length > 50) return time
  if (value.endsWith(' UTC')) return parseAnyTime(value.slice(0, -4), 0)
  const month = monthAt(value, 3)
  if (month === 0 || value[2] !== '-' || value[6] !== '-') return undefined
  const date = `${value.slice(7, 11)}-${String(month).padStart(2, '0')}-${value.slice(0, 2)}`
  return parseAnyTime(date + value.slice(11), clock)
}
