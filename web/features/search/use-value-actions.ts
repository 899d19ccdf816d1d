'use client'

import { useMemo } from 'react'
import type { FilterState } from '../ask/search-terms.ts'
import { stateOfValue } from '../ask/state-of-value.ts'
import type { Ask } from '../ask/use-ask.ts'
import type { Grammar } from '../ask/use-grammar.ts'
import { addTerm } from './add-term.ts'
import { type Column, toggleColumn } from './columns.ts'
import type { ValueActions } from './value-actions.ts'

interface ActionsOf {
  query: string
  ask: Ask['ask']
  grammar: Grammar | undefined
  columns: readonly Column[]
  onColumns: (columns: readonly Column[]) => void
  onTopValues: (field: string) => void
}

const AROUND = 5 * 60_000

/** What the search page lets one do with a value. */
export function useValueActionsOf(of: ActionsOf): ValueActions {
  const { query, ask, grammar, columns, onColumns, onTopValues } = of
  return useMemo(() => {
    const terms = grammar?.termsOf(query) ?? []
    const narrowed = (field: string, value: string, state: FilterState) =>
      grammar?.narrow(query, field, value, state) ?? addTerm(query, field, value, state === 'out')
    return {
      stateOf: (field, value) => stateOfValue(terms, field, value),
      narrow: (field, value, state) => ask({ query: narrowed(field, value, state) }),
      pivot: (field, value) => ask({ query: addTerm('', field, value, false) }),
      around: (time) => {
        const at = Date.parse(time)
        ask({ range: { kind: 'absolute', from: at - AROUND, to: at + AROUND } })
      },
      hasColumn: (field) => columns.some((column) => column.field === field),
      toggleColumn: (field) => onColumns(toggleColumn(columns, field)),
      topValues: onTopValues,
    }
  }, [ask, columns, grammar, onColumns, onTopValues, query])
}
