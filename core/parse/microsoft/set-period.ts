import type { Fields } from '../../event/event.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** First and last activity of an alert, and the nanoseconds between them. */
export function setPeriod(fields: Fields, start: string | undefined, end: string | undefined): void {
  const from = parseIsoTime(start ?? '', 0)
  const to = parseIsoTime(end ?? '', 0)
  if (start !== undefined && from !== undefined) fields['event.start'] = start
  if (end !== undefined && to !== undefined) fields['event.end'] = end
  if (from !== undefined && to !== undefined && to >= from) fields['event.duration'] = Number(to - from)
}
