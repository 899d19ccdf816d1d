import type { Clock } from './local-time.ts'
import { parseClfTime } from './parse-clf-time.ts'
import { parseEpochText, parseEpochTime } from './parse-epoch-time.ts'
import { parseIsoTime } from './parse-iso-time.ts'
import { parseMailTime } from './parse-mail-time.ts'

/**
 * A time as JSON logs carry it: ISO 8601, an epoch in any unit, the formats of web servers and of mail.
 * @param clock zone of a time that names none: minutes east of UTC, or the whole context
 */
export function parseAnyTime(value: unknown, clock: number | Clock): bigint | undefined {
  if (typeof value === 'number') return parseEpochTime(value)
  if (typeof value !== 'string' || value.length > 40) return undefined
  return parseIsoTime(value, clock) ?? parseClfTime(value) ?? parseEpochText(value) ?? parseMailTime(value)
}
