import { EVENT_COLUMNS, type EventColumn } from '../event/columns.ts'
import type { Event, Fields, FieldValue } from '../event/event.ts'
import { oddValueOf, readKinds, scalarOf } from './event-kinds.ts'

/** An event as stored: the same type, its fields put together again from columns and maps. */
export type StoredEvent = Event

/** What of events somebody wants to read: each column costs a block of it for every row. */
export interface EventParts {
  raw: boolean
  message: boolean
  /** ECS names. */
  fields: 'all' | ReadonlySet<string>
}

export interface EventReading {
  /** What to select so that `read` can read the row. */
  select: string
  /** What was not wanted is empty, or not there. */
  read(row: readonly unknown[]): StoredEvent
}

/** Always read: they say which event it is, and cost little. */
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
  'kinds',
]
/** As the alias `message` has it, which takes up to half as long again (docs/performance.md). */
const MESSAGE = 'if(message_size > 0, message_of_line, message_text)'
const WIDE = ['raw', MESSAGE, 'fields', 'odd']
/** What columns cannot hold has a place of its own, so that fields with columns need no lists of others. */
const NOTHING = ["''", "''", "CAST(map(), 'Map(String, String)')", 'unfit']
const WITH_COLUMN: ReadonlySet<string> = new Set(['message', ...EVENT_COLUMNS.map(({ field }) => field)])

export function eventReading({ raw, message, fields }: EventParts): EventReading {
  const isWanted = (field: string) => fields === 'all' || fields.has(field)
  const needsMap = fields === 'all' || [...fields].some((field) => !WITH_COLUMN.has(field))
  const wide = [raw, message || isWanted('message'), needsMap, needsMap]
  const columns = EVENT_COLUMNS.filter(({ field }) => isWanted(field))
  const selected = [
    ...OWN,
    ...WIDE.map((column, place) => (wide[place] ? column : NOTHING[place])),
    ...columns.map(({ column }) => column),
  ]
  return { select: selected.join(', '), read: (row) => toEvent(row, columns) }
}

const WHOLE = eventReading({ raw: true, message: true, fields: 'all' })

/** What to select so that {@link readEvent} can read the row. */
export const EVENT_SELECT = WHOLE.select

export const readEvent = WHOLE.read

function toEvent(row: readonly unknown[], columns: readonly EventColumn[]): StoredEvent {
  const [tenantId, eventId, time, received, sourceId, site, payloadId, position, parser, backfill] = row
  return {
    eventId: String(eventId),
    tenantId: String(tenantId),
    sourceId: String(sourceId),
    site: String(site),
    payloadId: String(payloadId),
    position: Number(position),
    received: Number(received),
    time: BigInt(String(time)),
    raw: String(row[OWN.length]),
    parser: String(parser),
    backfill: backfill === true,
    fields: readFields(row, columns),
  }
}

function readFields(row: readonly unknown[], columns: readonly EventColumn[]): Fields {
  const [kindsText, , message, inMap, odd] = row.slice(OWN.length - 1, OWN.length + WIDE.length)
  const kinds = readKinds(String(kindsText))
  const entries: [string, FieldValue][] = []
  if (message !== '') entries.push(['message', String(message)])
  for (const [index, column] of columns.entries()) {
    const value = columnValue(column, row[OWN.length + WIDE.length + index])
    if (value !== undefined) entries.push([column.field, value])
  }
  for (const [name, text] of Object.entries(inMap as Record<string, string>)) {
    entries.push([name, scalarOf(text, kinds.get(name))])
  }
  for (const [name, texts] of Object.entries(listsOf(odd))) {
    entries.push([name, oddValueOf(texts, kinds.get(name))])
  }
  return Object.fromEntries(entries)
}

/** @param odd the map of that name, or the JSON of `unfit` */
function listsOf(odd: unknown): Record<string, string[]> {
  if (odd === '') return {}
  return (typeof odd === 'string' ? JSON.parse(odd) : odd) as Record<string, string[]>
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
