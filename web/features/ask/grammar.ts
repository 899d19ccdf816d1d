import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import { type Completion, completeSearch } from '#core/search/complete-search'
import { parsePipeline } from '#core/search/parse-pipeline'
import { readBounded } from '#core/search/parse-search'
import { readSearch } from '#core/search/read-search'
import { createReader } from '#core/search/reader'
import { SEARCH_FIELDS, storageOf } from '#core/search/search-fields'
import { searchNotes } from '#core/search/search-notes'
import { splitRule } from '#core/search/split-rule'
import type { QueryMistake } from './query-bar-underline.tsx'
import {
  type FilterState,
  joinTerms,
  looseOf,
  negateTerm,
  readTerms,
  type SearchTerm,
  setFilter,
  withoutField,
  withoutNot,
} from './search-terms.ts'

/** Where the search ends and its commands begin. */
function searchEnd(text: string): number {
  if (looksLikeSigma(text)) return splitRule(text).rule.length
  const reader = createReader(text)
  readBounded(reader, readSearch)
  return reader.at
}

/** The search language in the browser, by the server's own grammar. It arrives after the page. */
export const grammar = {
  /** What is wrong with a text, and where. Of a SIGMA rule the server says so. */
  check(text: string): readonly QueryMistake[] {
    const { rule, commands } = looksLikeSigma(text) ? splitRule(text) : { rule: '', commands: text }
    const end = rule.length
    const parsed = parsePipeline(commands)
    if (parsed.ok) return []
    return parsed.errors.map((error) => ({ ...error, from: error.from + end, to: error.to + end }))
  },

  /** Names that look misspelt, and words that look like fields; they are searched all the same. */
  notes: (text: string): readonly QueryMistake[] => searchNotes(text),

  /** Whether the text is a SIGMA rule. */
  isRule: looksLikeSigma,

  complete(text: string, cursor: number): Completion {
    return completeSearch(text, cursor)
  },

  /** Whether commands stand behind the search, which make a table of their own. */
  hasCommands(text: string): boolean {
    return searchEnd(text) < text.length
  },

  /** The search without its commands. */
  searchOf(text: string): string {
    return text.slice(0, searchEnd(text)).trim()
  },

  termsOf(text: string): readonly SearchTerm[] {
    return looksLikeSigma(text) ? [] : readTerms(text.slice(0, searchEnd(text)))
  },

  /** The query with these conditions as its search; its commands stay. */
  withTerms(text: string, terms: readonly string[]): string {
    const search = joinTerms(terms.map((term) => ({ text: term, loose: looseOf(term) })))
    return [search, text.slice(searchEnd(text)).trim()].filter(Boolean).join(' ')
  },

  isNegated: (term: string): boolean => withoutNot(term) !== undefined,
  negated: negateTerm,

  /** The search as if nothing were asked of a field's values. */
  without(text: string, field: string): string {
    return looksLikeSigma(text) ? text : withoutField(text.slice(0, searchEnd(text)), field)
  },

  /** The query with a value of a field asked for, filtered out or left alone. What stands behind a rule are commands. */
  narrow(text: string, field: string, value: string, state: FilterState): string {
    if (looksLikeSigma(text)) return `${text.trimEnd()}\n| where ${setFilter('', field, value, state)}`
    const end = searchEnd(text)
    return [setFilter(text.slice(0, end), field, value, state), text.slice(end).trim()]
      .filter(Boolean)
      .join(' ')
  },

  /** Fields worth offering that the rows at hand do not have. */
  fields: SEARCH_FIELDS,

  kindOf(field: string): ReturnType<typeof storageOf>['kind'] {
    return storageOf(field).kind
  },
}
