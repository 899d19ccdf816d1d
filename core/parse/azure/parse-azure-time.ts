import type { Clock } from '../time/local-time.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { toNanos } from '../time/to-nanos.ts'

const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d) ([AP])M(?: \+00:00)?$/

/** ISO 8601, or `3/10/2026 12:00:00 PM`, which older services of Azure write. */
export function parseAzureTime(value: unknown, clock: number | Clock): bigint | undefined {
  const time = parseAnyTime(value, clock)
  if (time !== undefined || typeof value !== 'string' || value.length > 40) return time
  const match = AMERICAN.exec(value)
  if (!match) return undefined
  const [month, day, year, hour, minute, second] = match.slice(1, 7).map(Number)
  const hours = ((hour ?? 0) % 12) + (match[7] === 'P' ? 12 : 0)
  const ms = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hours, minute, second)
  return Number.isNaN(ms) ? undefined : toNanos(ms)
}
