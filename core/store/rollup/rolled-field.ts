import { fieldsOf } from '../../search/field-aliases.ts'

/** `Nullable(String)` of a row of `rollups`, as core/search/stored-values.ts has it of an event: of a list the first. */
const ROLLED_FIELDS: ReadonlyMap<string, string> = new Map([
  ['event.category', 'if(empty(event_category), NULL, toNullable(toString(event_category[1])))'],
  ['nightjar.source', 'toNullable(toString(source_id))'],
  ['nightjar.tenant', 'toNullable(toString(tenant_id))'],
])

/** Undefined for a field by which `rollups` cannot tell events apart. */
export function rolledField(name: string): string | undefined {
  const [field = name, ...others] = fieldsOf(name)
  return others.length === 0 ? ROLLED_FIELDS.get(field) : undefined
}
