import { EVENT_COLUMNS, type EventColumn } from '../event/columns.ts'
import type { Event, Fields, FieldValue } from '../event/event.ts'
import { oddValueOf, readKinds, scalarOf } from './event-kinds.ts'

/** An event as stored: the same type, its fields put together again from columns and maps. */
export type StoredEvent = Event

const OWN = [
  'tenant_id',
  'event_id',
  'toUnixTimestamp64Nano(event_time)',
  'toUnixTimestamp64Milli(received)',
  'source_id',
  'site',
  'payload_id',
  'position',
  'parser',
  'backfill',
  'raw',
  'message',
  'fields',
  'odd',
  'kinds',
]

/** What to select so that {@link readEvent} can read the row. */
export const EVENT_SELECT = [...OWN, ...EVENT_COLUMNS.map(({ column }) => column)].join(', ')

export function readEvent(row: readonly unknown[]): StoredEvent {
  const [tenantId, eventId, time, received, sourceId, site, payloadId, position, parser, backfill, raw] = row
  return {
    eventId: String(eventId),
    tenantId: String(tenantId),
    sourceId: String(sourceId),
    site: String(site),
    payloadId: String(payloadId),
    position: Number(position),
    received: Number(received),
    time: BigInt(String(time)),
    raw: String(raw),
    parser: String(parser),
    backfill: backfill === true,
    fields: readFields(row),
  }
}

function readFields(row: readonly unknown[]): Fields {
  const [message, inMap, odd, kindsText] = row.slice(11, OWN.length)
  const kinds = readKinds(String(kindsText))
  const entries: [string, FieldValue][] = []
  if (message !== '') entries.push(['message', String(message)])
  for (const [index, column] of EVENT_COLUMNS.entries()) {
    const value = columnValue(column, row[OWN.length + index])
    if (value !== undefined) entries.push([column.field, value])
  }
  for (const [name, text] of Object.entries(inMap as Record<string, string>)) {
    entries.push([name, scalarOf(text, kinds.get(name))])
  }
  for (const [name, texts] of Object.entries(odd as Record<string, string[]>)) {
    entries.push([name, oddValueOf(texts, kinds.get(name))])
  }
  return Object.fromEntries(entries)
}

/** @returns undefined where the column says that there is nothing */
function columnValue({ type }: EventColumn, value: unknown): FieldValue | undefined {
  switch (type) {
    case 'word':
    case 'text':
      return value === '' ? undefined : String(value)
    case 'words':
      return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined
    case 'ip':
      return value === '::' ? undefined : plainIp(String(value))
    default:
      return value === null ? undefined : Number(value)
  }
}

function plainIp(text: string): string {
  return text.startsWith('::ffff:') && text.includes('.') ? text.slice('::ffff:'.length) : text
}
