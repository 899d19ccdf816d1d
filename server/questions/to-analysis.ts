import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { parsePipeline } from '#core/search/parse-pipeline'
import type { Pipe } from '#core/search/pipe'
import type { SearchError } from '#core/search/reader'
import { splitRule } from '#core/search/split-rule'
import type { EventQuery } from '#core/store/event-query'
import type { EventFilter } from './event-filter.ts'
import { refuseLongQuery } from './refuse-long-query.ts'
import { toEventQuery } from './to-event-query.ts'
import { syntaxError } from './to-search.ts'

/**
 * @param argument where the query was given
 * @throws BadInput: BAD_USER_INPUT, or QUERY_SYNTAX with the places at fault
 */
export function toAnalysis(
  filter: EventFilter,
  sources: readonly SourceFamily[],
  argument = 'filter.query',
): { query: EventQuery; pipes: readonly Pipe[] } {
  const text = filter.query ?? ''
  refuseLongQuery(argument, text)
  const { rule, commands } = looksLikeSigma(text) ? splitRule(text) : { rule: '', commands: text }
  const parsed = parsePipeline(commands)
  if (!parsed.ok) {
    const move = (error: SearchError) => ({
      ...error,
      from: error.from + rule.length,
      to: error.to + rule.length,
    })
    throw syntaxError(parsed.errors.map(move), argument)
  }
  const { search, pipes } = parsed.pipeline
  return {
    query: { ...toEventQuery({ ...filter, query: rule }, sources, argument), ...(search && { search }) },
    pipes,
  }
}
