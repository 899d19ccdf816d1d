import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { type RuleConditions, rulesToClickHouse } from '#core/detect/to-clickhouse/rules-to-clickhouse'
import { UserError } from '#core/errors'
import { explainRules } from '#core/search/explain-rules'
import { explainSearch, type SearchExplanation } from '#core/search/explain-search'
import { parsePipeline } from '#core/search/parse-pipeline'
import { parseSigma } from '#core/search/parse-sigma'
import type { Pipe } from '#core/search/pipe'
import type { SearchError } from '#core/search/reader'
import type { SearchNode } from '#core/search/search-node'
import type { EventQuery } from '#core/store/event-query'
import type { EventFilter } from '../generated/resolvers.ts'
import { refuseLongQuery } from '../refuse-long-query.ts'
import { syntaxError, toSearch } from '../to-search.ts'

const MOST_VALUES = 200

type Sources = readonly SourceFamily[]

/** What a search text asks of events: a condition in the search language, or SIGMA rules. */
type Condition = { search?: SearchNode; rules?: RuleConditions }

function bounded<Value>(
  name: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | undefined {
  if (values && values.length > MOST_VALUES)
    throw new UserError('BAD_USER_INPUT', `filter.${name} may name ${MOST_VALUES} values`)
  return values && values.length > 0 ? values : undefined
}

function toRules(text: string, sources: Sources): RuleConditions {
  const parsed = parseSigma(text)
  if (!parsed.ok) throw syntaxError(parsed.errors)
  return rulesToClickHouse(parsed.rules, sources)
}

function toCondition(argument: string, text: string, sources: Sources): Condition {
  refuseLongQuery(argument, text)
  if (looksLikeSigma(text)) return { rules: toRules(text, sources) }
  const search = toSearch(text, argument)
  return search ? { search } : {}
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toExplanation(text: string, sources: Sources): SearchExplanation {
  const { rules, search } = toCondition('query', text, sources)
  return rules ? explainRules(rules) : explainSearch(search)
}

/** Behind a rule, a line that begins with `|` begins the commands: no line of YAML does. */
function splitCommands(text: string): { rule: string; commands: string } {
  const at = /^\|/m.exec(text)?.index ?? text.length
  return { rule: text.slice(0, at), commands: text.slice(at) }
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toAnalysis(
  filter: EventFilter,
  sources: Sources,
): { query: EventQuery; pipes: readonly Pipe[] } {
  const text = filter.query ?? ''
  refuseLongQuery('filter.query', text)
  const { rule, commands } = looksLikeSigma(text) ? splitCommands(text) : { rule: '', commands: text }
  const parsed = parsePipeline(commands)
  if (!parsed.ok) {
    const move = (error: SearchError) => ({
      ...error,
      from: error.from + rule.length,
      to: error.to + rule.length,
    })
    throw syntaxError(parsed.errors.map(move))
  }
  const { search, pipes } = parsed.pipeline
  return { query: { ...toEventQuery({ ...filter, query: rule }, sources), ...(search && { search }) }, pipes }
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toEventQuery(filter: EventFilter, sources: Sources): EventQuery {
  const { range, minSeverity } = filter
  if (range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'filter.range: from must be before to')
  if (minSeverity != null && (minSeverity < 0 || minSeverity > 100))
    throw new UserError('BAD_USER_INPUT', 'filter.minSeverity must be from 0 to 100')
  const condition = toCondition('filter.query', filter.query ?? '', sources)
  const outcome = bounded('outcome', filter.outcome)
  const category = bounded('category', filter.category)
  const ruleIds = bounded('ruleIds', filter.ruleIds)
  return {
    range: { from: range.from, to: range.to },
    ...condition,
    ...(outcome && { outcome }),
    ...(category && { category }),
    ...(minSeverity != null && { minSeverity }),
    ...(ruleIds && { ruleIds }),
  }
}
