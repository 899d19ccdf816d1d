import { UserError } from '#core/errors'
import { parsePipeline } from '#core/search/parse-pipeline'
import { parseSearch } from '#core/search/parse-search'
import type { Pipe } from '#core/search/pipe'
import type { SearchNode } from '#core/search/search-node'
import type { EventQuery } from '#core/store/event-query'
import type { EventFilter } from '../generated/resolvers.ts'
import { readTyped } from './read-typed.ts'

const MOST_VALUES = 200

function bounded<Value>(
  name: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | undefined {
  if (values && values.length > MOST_VALUES)
    throw new UserError('BAD_USER_INPUT', `filter.${name} may name ${MOST_VALUES} values`)
  return values && values.length > 0 ? values : undefined
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toSearch(text: string): SearchNode | undefined {
  return readTyped(text, parseSearch).tree
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toAnalysis(filter: EventFilter): { query: EventQuery; pipes: readonly Pipe[] } {
  const { search, pipes } = readTyped(filter.query ?? '', parsePipeline).pipeline
  return { query: { ...toEventQuery({ ...filter, query: '' }), ...(search && { search }) }, pipes }
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toEventQuery(filter: EventFilter): EventQuery {
  const { range, minSeverity } = filter
  if (range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'filter.range: from must be before to')
  if (minSeverity != null && (minSeverity < 0 || minSeverity > 100))
    throw new UserError('BAD_USER_INPUT', 'filter.minSeverity must be from 0 to 100')
  const search = toSearch(filter.query ?? '')
  const outcome = bounded('outcome', filter.outcome)
  const category = bounded('category', filter.category)
  const ruleIds = bounded('ruleIds', filter.ruleIds)
  return {
    range: { from: range.from, to: range.to },
    ...(search && { search }),
    ...(outcome && { outcome }),
    ...(category && { category }),
    ...(minSeverity != null && { minSeverity }),
    ...(ruleIds && { ruleIds }),
  }
}
