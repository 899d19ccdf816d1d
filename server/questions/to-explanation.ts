import type { SourceFamily } from '#core/detect/sources/log-sources'
import { explainRules } from '#core/search/explain-rules'
import { explainSearch, type SearchExplanation } from '#core/search/explain-search'
import type { SearchError } from '#core/search/reader'
import { searchNotes } from '#core/search/search-notes'
import { toCondition } from './to-condition.ts'

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toExplanation(
  text: string,
  sources: readonly SourceFamily[],
): SearchExplanation & { notes: readonly SearchError[] } {
  const { rules, search } = toCondition('query', text, sources)
  return { ...(rules ? explainRules(rules) : explainSearch(search)), notes: searchNotes(text) }
}
