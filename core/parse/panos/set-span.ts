import type { Fields } from '../../event/event.ts'
import type { Clock } from '../time/local-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { parseSlashTime } from '../time/parse-slash-time.ts'
import { parseSpreadsheetTime } from '../time/parse-spreadsheet-time.ts'

export const parsePanosTime = (text: string, clock: number | Clock): bigint | undefined =>
  parseSlashTime(text, clock) ?? parseIsoTime(text, clock) ?? parseSpreadsheetTime(text, clock)

export const isoOf = (time: bigint): string => new Date(Number(time / 1_000_000n)).toISOString()

/** Start and end of a session, from when it began and how long it took. */
export function setSpan(fields: Fields, clock: number | Clock): void {
  const { 'panw.panos.start_time': start, 'event.duration': duration } = fields
  const began = typeof start === 'string' ? parsePanosTime(start, clock) : undefined
  if (began === undefined) return
  fields['event.start'] = isoOf(began)
  if (typeof duration === 'number') fields['event.end'] = isoOf(began + BigInt(duration))
}
