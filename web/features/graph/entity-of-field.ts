import { ENTITY_FIELDS } from './entity-fields.ts'
import type { EntityName } from './entity-name.ts'

type Fields = Readonly<Record<string, unknown>>

const KIND_OF = new Map(
  Object.entries(ENTITY_FIELDS).flatMap(([kind, fields]) =>
    fields.map((field) => [field, kind as EntityName['kind']] as const),
  ),
)
/** Where an event has the second, that names the entity: docs/graph.md. */
const BETTER: ReadonlyMap<string, string> = new Map([
  ['process.name', 'process.executable'],
  ['process.parent.name', 'process.parent.executable'],
  ['file.name', 'file.path'],
])

/**
 * The entity that a value of a field names.
 * @param fields of the value's event; a user's domain is in another field, so without them a user is none
 */
export function entityOfField(field: string, value: string, fields?: Fields): EntityName | undefined {
  if (value === '') return undefined
  if (field === 'user.name') {
    if (!fields) return undefined
    const domain = textIn(fields, 'user.domain')
    return { kind: 'user', value: domain ? `${domain}\\${value}` : value }
  }
  const kind = KIND_OF.get(field)
  const better = fields && textIn(fields, BETTER.get(field) ?? '')
  return kind && { kind, value: better || value }
}

function textIn(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : ''
}
