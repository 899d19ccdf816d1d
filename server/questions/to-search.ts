import { DetailedError } from '#core/errors'
import { parseSearch } from '#core/search/parse-search'
import type { SearchError } from '#core/search/reader'
import type { SearchNode } from '#core/search/search-node'
import { refuseLongQuery } from './refuse-long-query.ts'

/**
 * @param argument where the text was given
 * @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault
 */
export function toSearch(text: string, argument: string): SearchNode | undefined {
  refuseLongQuery(argument, text)
  const parsed = parseSearch(text)
  if (!parsed.ok) throw syntaxError(parsed.errors)
  return parsed.tree
}

export function syntaxError(errors: readonly SearchError[]): DetailedError {
  const { message = 'The search is not understood', ...place } = { ...errors[0] }
  return new DetailedError('QUERY_SYNTAX', message, { ...place, errors })
}
