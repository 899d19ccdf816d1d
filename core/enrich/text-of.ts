import type { Fields, FieldValue } from '../event/event.ts'

/** A field's text, the first one of a list; undefined where there is none. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value: FieldValue | undefined = fields[name]
  const first = typeof value === 'object' ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}
