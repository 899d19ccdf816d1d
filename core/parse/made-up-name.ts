import type { FieldNames } from './field-names.ts'

/** Of one that a parser vouches for. */
const MAX_NAME = 200

/** A name of fields that a parser made from lines and keeps for those that follow. */
export interface MadeUpName {
  field: string
  /** `id` of who allowed it last: the id alone, so that nothing of a tenant is held on to. */
  allowedBy: number | undefined
}

/** Whether it is short and the tenant has room for it: asked once a payload instead of once a line. */
export function isAllowed(name: MadeUpName, names: FieldNames | undefined): boolean {
  if (name.field.length > MAX_NAME) return false
  if (names === undefined || name.allowedBy === names.id) return true
  if (!names.allow(name.field)) return false
  name.allowedBy = names.id
  return true
}
