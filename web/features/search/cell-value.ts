import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { MESSAGE, RULES, SEVERITY, TENANT, TIME } from './columns.ts'
import { SUMMARISED, summariseEvent } from './summarise-event.ts'

/** What a cell holds: the field it is really of, and each of its values. */
export interface CellValue {
  field: string
  texts: readonly string[]
}

/** Where an event lacks the first, the second says the same. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['host.name', 'host.hostname'],
  ['user.name', 'source.user.name'],
])
/** It has no column in the store: reading it for all takes as long as everything else. */
const RARE = new Set(['host.hostname'])

/** Columns that show what an event has beside its fields. */
const BESIDE_FIELDS = new Set([TIME, SEVERITY, TENANT, RULES, 'nightjar.parser'])

/** What an event says of a column. */
export function cellValue(row: EventRow, column: string): CellValue {
  switch (column) {
    case TIME:
      return { field: column, texts: [row.time] }
    case SEVERITY:
      return { field: column, texts: [String(row.severity)] }
    case TENANT:
      return { field: column, texts: row.tenant ? [row.tenant.slug] : [] }
    case RULES:
      return { field: column, texts: row.detections.map(({ ruleTitle }) => ruleTitle) }
    case MESSAGE:
      return { field: column, texts: [summariseEvent(row)] }
    case 'nightjar.parser':
      return { field: column, texts: [row.parser] }
    case 'raw':
    case 'event.original':
      return { field: column, texts: row.raw === undefined ? [] : [row.raw] }
  }
  const other = INSTEAD.get(column)
  const field = other && !Object.hasOwn(row.fields, column) ? other : column
  const value = Object.hasOwn(row.fields, field) ? row.fields[field] : undefined
  if (value === undefined) return { field: column, texts: [] }
  return { field, texts: Array.isArray(value) ? value.map(String) : [String(value)] }
}

/** Which of an event's fields {@link cellValue} looks at; not those that few events have and that take long to read. */
export function fieldsOfCell(column: string): readonly string[] {
  if (BESIDE_FIELDS.has(column)) return []
  if (column === MESSAGE) return SUMMARISED
  const other = INSTEAD.get(column)
  return other && !RARE.has(other) ? [column, other] : [column]
}
