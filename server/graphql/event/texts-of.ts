import type { FieldValue } from '#core/event/event'

/** Every value of a field, as text. */
export function textsOf(value: FieldValue | undefined): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}
