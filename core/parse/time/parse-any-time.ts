import { parseClfTime } from './parse-clf-time.ts'
import { parseEpochTime } from './parse-epoch-time.ts'
import { parseIsoTime } from './parse-iso-time.ts'

const NUMBER = /^\d{10,19}(?:\.\d{1,9})?$/

/** A time as JSON logs carry it: ISO 8601, an epoch number in any unit, the web servers' format. */
export function parseAnyTime(value: unknown, zoneMinutes: number): bigint | undefined {
  if (typeof value === 'number') return parseEpochTime(value)
  if (typeof value !== 'string' || value.length > 40) return undefined
  return (
    parseIsoTime(value, zoneMinutes) ??
    parseClfTime(value) ??
    (NUMBER.test(value) ? parseEpochTime(Number(value)) : undefined)
  )
}
