import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { MESSAGE, RULES, SEVERITY, TENANT, TIME } from './columns.ts'
import { summariseEvent } from './summarise-event.ts'

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
      return { field: column, texts: [row.raw] }
  }
  const other = INSTEAD.get(column)
  const field = other && !Object.hasOwn(row.fields, column) ? other : column
  const value = Object.hasOwn(row.fields, field) ? row.fields[field] : undefined
  if (value === undefined) return { field: column, texts: [] }
  return { field, texts: Array.isArray(value) ? value.map(String) : [String(value)] }
}
