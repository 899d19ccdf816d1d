import { columnOf, EVENT_COLUMNS } from '../event/columns.ts'
import { DETECTION_FIELDS } from './detection-fields.ts'

/** How a field is stored, which decides what a condition on it looks like. */
export type Storage =
  | { kind: 'word' | 'text' | 'words' | 'ip' | 'number'; column: string }
  /** Prose: its words are looked for, not its whole. */
  | { kind: 'prose'; column: 'raw' | 'message' }
  /** Bookkeeping of our own: always there, one value. */
  | { kind: 'own'; column: string; sql: string }
  /** Always there, one moment. */
  | { kind: 'time'; column: 'event_time' | 'received' }
  | { kind: 'map' }

const OWN: Readonly<Record<string, Storage>> = {
  '@timestamp': { kind: 'time', column: 'event_time' },
  'nightjar.received': { kind: 'time', column: 'received' },
  raw: { kind: 'prose', column: 'raw' },
  'event.original': { kind: 'prose', column: 'raw' },
  message: { kind: 'prose', column: 'message' },
  'nightjar.parser': { kind: 'own', column: 'parser', sql: 'parser' },
  'nightjar.tenant': { kind: 'own', column: 'tenant_id', sql: 'toString(tenant_id)' },
  'nightjar.site': { kind: 'own', column: 'site', sql: 'site' },
  'nightjar.source': { kind: 'own', column: 'source_id', sql: 'toString(source_id)' },
  'nightjar.payload': { kind: 'own', column: 'payload_id', sql: 'toString(payload_id)' },
  'nightjar.event': { kind: 'own', column: 'event_id', sql: 'toString(event_id)' },
  'nightjar.backfill': { kind: 'own', column: 'backfill', sql: 'toString(backfill)' },
}

export function storageOf(field: string): Storage {
  const own = Object.hasOwn(OWN, field) ? OWN[field] : undefined
  if (own) return own
  const known = columnOf(field)
  if (known === undefined) return { kind: 'map' }
  const { column, type } = known
  return { kind: type === 'u16' || type === 'u32' || type === 'u64' ? 'number' : type, column }
}

/** Fields whose whole values have a filter that lets the engine pass over rows (core/store/migrations). */
export const FILTERED_FIELDS: ReadonlySet<string> = new Set([
  ...['source.ip', 'destination.ip', 'client.ip', 'user.name', 'host.name'],
  ...['file.hash.sha256', 'process.hash.sha256', 'dns.question.name'],
])

/** Fields worth suggesting while somebody types; any other field can be searched as well. */
export const SEARCH_FIELDS: readonly string[] = [
  ...Object.keys(OWN),
  ...DETECTION_FIELDS,
  ...EVENT_COLUMNS.map(({ field }) => field),
].sort()
