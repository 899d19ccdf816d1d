const SPECIAL = /[\\*?"():/<>[\]{}\s]/g

/** A search for the values of a field that begin like this, whatever is typed; empty for any value. */
export function prefixTerm(field: string, typed: string): string {
  const text = typed.replace(/^"/, '')
  return text ? `${field}:${text.replace(SPECIAL, '\\$&')}*` : ''
}
