import { parseSearch } from '#core/search/parse-search'
import type { SearchError } from '#core/search/reader'
import type { SearchNode } from '#core/search/search-node'
import { BadInput } from './bad-input.ts'
import { refuseLongQuery } from './refuse-long-query.ts'

/**
 * @param argument where the text was given
 * @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault
 */
export function toSearch(text: string, argument: string): SearchNode | undefined {
  refuseLongQuery(argument, text)
  const parsed = parseSearch(text)
  if (!parsed.ok) throw syntaxError(parsed.errors, argument)
  return parsed.tree
}

/** @param argument where the text was given */
export function syntaxError(errors: readonly SearchError[], argument: string): BadInput {
  const { message: _, ...place } = { ...errors[0] }
  const path = argument.split('.')
  return new BadInput(
    errors.map((error) => ({ ...error, path })),
    { code: 'QUERY_SYNTAX', details: { ...place, errors } },
  )
}
