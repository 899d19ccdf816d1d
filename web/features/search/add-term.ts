import { writeName } from '#core/search/field-name'
import { quoteValue } from '../ask/quote-value.ts'

/**
 * Narrows a query by one more term.
 * @param without filters the value out
 */
export function addTerm(query: string, field: string, value: string, without: boolean): string {
  return narrowed(query, `${without ? 'not ' : ''}${writeName(field)}:${quoteValue(value)}`)
}

/** Only what has the field, or lacks it. */
export function addHas(query: string, field: string, without = false): string {
  return narrowed(query, `${without ? 'not ' : ''}${writeName(field)}:*`)
}

function narrowed(query: string, term: string): string {
  const before = query.trim()
  if (!before) return term
  const loose = /\bor\b/i.test(before)
  return `${loose ? `(${before})` : before} and ${term}`
}
