import { SUSPECTED_BY } from './suspicion.ts'

/**
 * How a column holds a field.
 *
 * word    LowCardinality(String): few distinct values
 * text    String
 * words   Array(LowCardinality(String))
 * ip      IPv6, IPv4 mapped into it
 * u16 u32 u64   Nullable, so that 0 and absent stay apart
 */
export type ColumnType = 'word' | 'text' | 'words' | 'ip' | 'u16' | 'u32' | 'u64'

export interface EventColumn {
  /** ECS name, dotted. */
  field: string
  /** The ECS name with underscores for dots. */
  column: string
  type: ColumnType
}

const FIELDS: readonly (readonly [ColumnType, readonly string[]])[] = [
  ['word', ['event.kind', 'event.action', 'event.code', 'event.outcome', 'event.provider', 'event.dataset']],
  ['words', ['event.category', 'event.type', 'tags', SUSPECTED_BY]],
  ['words', ['related.hosts', 'related.user', 'related.ip', 'related.hash']],
  ['u16', ['event.severity']],
  ['word', ['log.level', 'host.name', 'service.name', 'observer.name', 'winlog.channel']],
  ['word', ['user.name', 'user.domain', 'user.target.name', 'source.user.name']],
  ['text', ['user.id']],
  ['ip', ['source.ip', 'destination.ip', 'client.ip']],
  ['u16', ['source.port', 'destination.port']],
  ['u64', ['source.bytes', 'destination.bytes']],
  ['text', ['source.domain', 'destination.domain']],
  ['word', ['source.geo.country_iso_code', 'destination.geo.country_iso_code']],
  ['word', ['network.transport', 'network.protocol', 'network.direction']],
  ['word', ['process.name', 'process.parent.name']],
  ['u32', ['process.pid', 'process.parent.pid']],
  ['text', ['process.executable', 'process.command_line', 'process.entity_id']],
  ['text', ['process.parent.executable', 'process.parent.command_line', 'process.hash.sha256']],
  ['text', ['file.name', 'file.path', 'file.hash.sha256', 'registry.path']],
  ['text', ['dns.question.name', 'url.original', 'url.path', 'url.domain']],
  ['word', ['http.request.method']],
  ['u16', ['http.response.status_code']],
  ['text', ['user_agent.original']],
]

/**
 * Fields with a column of their own, `message` apart (see docs/storage.md); all others live in the map.
 * A change here goes with a migration.
 */
export const EVENT_COLUMNS: readonly EventColumn[] = FIELDS.flatMap(([type, fields]) =>
  fields.map((field) => ({ field, column: field.replaceAll('.', '_'), type })),
)

const BY_FIELD: ReadonlyMap<string, EventColumn> = new Map(
  EVENT_COLUMNS.map((column) => [column.field, column]),
)

/** @returns undefined for a field that lives in the map */
export function columnOf(field: string): EventColumn | undefined {
  return BY_FIELD.get(field)
}
