import { UserError } from '#core/errors'
import { parseSearch } from '#core/search/parse-search'
import type { SearchError } from '#core/search/reader'
import type { SearchNode } from '#core/search/search-node'
import { DetailedError } from './detailed-error.ts'

const LONGEST_QUERY_BYTES = 4_096

/**
 * @param argument where the text was given
 * @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault
 */
export function toSearch(text: string, argument: string): SearchNode | undefined {
  refuseLong(text, argument)
  const parsed = parseSearch(text)
  if (!parsed.ok) throw syntaxError(parsed.errors)
  return parsed.tree
}

/** @throws UserError BAD_USER_INPUT */
export function refuseLong(text: string, argument: string): void {
  if (Buffer.byteLength(text) > LONGEST_QUERY_BYTES)
    throw new UserError('BAD_USER_INPUT', `${argument}: a search may have ${LONGEST_QUERY_BYTES} bytes`)
}

export function syntaxError(errors: readonly SearchError[]): DetailedError {
  const { message = 'The search is not understood', ...place } = { ...errors[0] }
  return new DetailedError('QUERY_SYNTAX', message, { ...place, errors })
}
