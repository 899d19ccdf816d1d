import type { Completion } from '#core/search/complete-search'
import { formatNumber } from '../../ui/format-number.ts'
import { quoteValue } from './quote-value.ts'

/** What the list under the query offers. */
export interface Offer {
  /** Shown. */
  text: string
  kind: string
  /** Beside it: how many events have the value. */
  hint: string | undefined
  /** The whole text with it taken, and where the cursor stands then. */
  taken: string
  cursor: number
  /** What to type next is offered at once. */
  goesOn: boolean
}

const MOST = 40

/** Completions and values of events as offers; values that events have come first. */
export function offersOf(
  text: string,
  { from, to, suggestions, valuesOf }: Completion,
  values: readonly { value: string; count: number | string }[],
): Offer[] {
  const offer = (shown: string, insert: string, kind: string, hint?: string): Offer => ({
    ...{ text: shown, kind, hint },
    taken: text.slice(0, from) + insert + text.slice(to),
    cursor: from + insert.length,
    goesOn: /[:(= ]$/.test(insert) && kind !== 'value',
  })
  const typed = (valuesOf?.typed ?? '').replace(/^"/, '').toLowerCase()
  const held = values
    .filter(({ value }) => value.toLowerCase().startsWith(typed))
    .map(({ value, count }) => offer(value, `${quoteValue(value)} `, 'value', formatNumber(count)))
  const others = suggestions.map((one) => offer(one.text.trimEnd(), one.text, one.kind))
  // Levels, say, are values that the grammar knows and that events have.
  const found = new Map<string, Offer>()
  for (const one of [...held, ...others])
    if (one.taken.trim() !== text.trim() && !found.has(one.text)) found.set(one.text, one)
  return [...found.values()].slice(0, MOST)
}

/** Whole queries that were asked before. */
export function offersOfHistory(queries: readonly string[], typed: string): Offer[] {
  const wanted = typed.trim().toLowerCase()
  return queries
    .filter((query) => query !== typed && query.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map((query) => ({
      ...{ text: query, kind: 'earlier', hint: undefined, taken: query, cursor: query.length },
      goesOn: false,
    }))
}
