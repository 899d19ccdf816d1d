import { ENTITY_FIELDS } from './entity-fields.ts'
import type { EntityName } from './entity-name.ts'

const KIND_OF = new Map(
  Object.entries(ENTITY_FIELDS).flatMap(([kind, fields]) =>
    fields.map((field) => [field, kind as EntityName['kind']] as const),
  ),
)

/** The entity that a value of a field names. A user takes more than a name, so that one is none yet. */
export function entityOfField(field: string, value: string): EntityName | undefined {
  const kind = value === '' ? undefined : KIND_OF.get(field)
  return kind && { kind, value }
}
