import { writeName } from '#core/search/field-name'

const SPECIAL = /[\\*?"():/<>[\]{}\s]/g

/** A search for the values of a field that begin like this, whatever is typed; empty for any value. */
export function prefixTerm(field: string, typed: string): string {
  const text = typed.replace(/^"/, '')
  return text ? `${writeName(field)}:${text.replace(SPECIAL, '\\$&')}*` : ''
}
