import { EVENT_COLUMNS } from '../event/columns.ts'
import type { ParseLine } from './parse-line.ts'
import type { Parser } from './parser.ts'

const RECEIVED = Date.UTC(2026, 2, 11)

/** Names of fields that are no sender's invention: those with columns, and those that parsers give of their samples. */
export function knownNames(parsers: readonly Parser[], parseLine: ParseLine): Set<string> {
  const names = new Set(['message', ...EVENT_COLUMNS.map(({ field }) => field)])
  for (const { name: format, samples } of parsers)
    for (const sample of samples) {
      const { fields } = parseLine(sample, format, { received: RECEIVED, zoneMinutes: 0 })
      for (const name in fields) names.add(name)
    }
  return names
}
