import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { type RuleConditions, rulesToClickHouse } from '#core/detect/to-clickhouse/rules-to-clickhouse'
import { parseSigma } from '#core/search/parse-sigma'
import type { SearchNode } from '#core/search/search-node'
import { refuseLongQuery } from './refuse-long-query.ts'
import { syntaxError, toSearch } from './to-search.ts'

/** What a search text asks of events: a condition in the search language, or SIGMA rules. */
type Condition = { search?: SearchNode; rules?: RuleConditions }

/**
 * @param argument where the text was given
 * @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault
 */
export function toCondition(argument: string, text: string, sources: readonly SourceFamily[]): Condition {
  refuseLongQuery(argument, text)
  if (looksLikeSigma(text)) return { rules: toRules(argument, text, sources) }
  const search = toSearch(text, argument)
  return search ? { search } : {}
}

function toRules(argument: string, text: string, sources: readonly SourceFamily[]): RuleConditions {
  const parsed = parseSigma(text)
  if (!parsed.ok) throw syntaxError(parsed.errors, argument)
  return rulesToClickHouse(parsed.rules, sources)
}
