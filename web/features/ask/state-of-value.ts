import type { SearchTerm } from './search-terms.ts'

/** What a query says of a value. */
export function stateOfValue(
  terms: readonly SearchTerm[],
  field: string,
  value: string,
): 'in' | 'out' | undefined {
  const found = terms.find(({ filter }) => filter?.field === field && filter.values.includes(value))
  return found?.filter && (found.filter.without ? 'out' : 'in')
}
