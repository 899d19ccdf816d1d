'use client'

import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import type { Ask } from './use-ask.ts'
import type { Grammar } from './use-grammar.ts'

/** An address has room for so many. */
const MOST_OFF = 20
const offParser = parseAsArrayOf(parseAsString).withDefault([])

export interface TermPill {
  text: string
  /** It stands in the address, not in the query. */
  isOff: boolean
  isNegated: boolean
}

export interface TermPills {
  all: readonly TermPill[]
  check(text: string): string | undefined
  edit(place: number, text: string): void
  negate(place: number): void
  toggle(place: number): void
  remove(place: number): void
}

/** The query as conditions. Its text stays the truth: every change is a change of it, or of what is switched off beside it. */
export function useTermPills(query: string, ask: Ask['ask'], grammar: Grammar | undefined): TermPills {
  const [off, setOff] = useQueryState('off', offParser)
  return useMemo(() => {
    const terms = grammar?.termsOf(query) ?? []
    const isIn = (text: string) => terms.some((term) => term.text === text)
    const pill = (text: string, isOff: boolean): TermPill => ({
      ...{ text, isOff, isNegated: grammar?.isNegated(text) ?? false },
    })
    const resting = [...new Set(off)].filter((text) => text !== '' && !isIn(text)).slice(0, MOST_OFF)
    // A rule is not made of conditions that could be taken apart.
    const isApart = terms.length > 0 || grammar?.searchOf(query) === ''
    const all = isApart
      ? [...terms.map(({ text }) => pill(text, false)), ...resting.map((text) => pill(text, true))]
      : []
    /** @param now what stands there afterwards; what is off goes to the address */
    const settle = (now: readonly Pick<TermPill, 'text' | 'isOff'>[]) => {
      const rest = now.filter(({ text, isOff }) => isOff && text !== '').map(({ text }) => text)
      const texts = now.filter(({ text, isOff }) => !isOff && text !== '').map(({ text }) => text)
      void setOff(rest.length > 0 ? rest.slice(-MOST_OFF) : null, { history: 'push' })
      const joined = grammar?.withTerms(query, texts) ?? query
      if (joined !== query) ask({ query: joined })
    }
    const put = (place: number, made: (one: TermPill) => Pick<TermPill, 'text' | 'isOff'>) =>
      settle(all.map((one, at) => (at === place ? made(one) : one)))
    return {
      all,
      check: (text) =>
        grammar?.hasCommands(text)
          ? 'A condition has no commands: they stand at the end of the query'
          : grammar?.check(text)[0]?.message,
      edit: (place, text) => put(place, ({ isOff }) => ({ text, isOff })),
      negate: (place) => put(place, ({ text, isOff }) => ({ text: grammar?.negated(text) ?? text, isOff })),
      toggle: (place) => put(place, ({ text, isOff }) => ({ text, isOff: !isOff })),
      remove: (place) => settle(all.filter((_, at) => at !== place)),
    }
  }, [ask, grammar, off, query, setOff])
}
