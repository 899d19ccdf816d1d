'use client'

import { createContext, useContext } from 'react'
import type { FilterState } from '../ask/search-terms.ts'

/** What can be done with a value wherever it stands. */
export interface ValueActions {
  /** What the query says of it. */
  stateOf(field: string, value: string): 'in' | 'out' | undefined
  narrow(field: string, value: string, state: FilterState): void
  /** A search of its own: all that has the value, in the same range. */
  pivot(field: string, value: string): void
  /** The minutes around a moment. */
  around(time: string): void
  hasColumn(field: string): boolean
  toggleColumn(field: string): void
  topValues(field: string): void
}

const Current = createContext<ValueActions | undefined>(undefined)

export const ValueActionsProvider = Current.Provider

/** Undefined on pages that only show: there values are copied, no more. */
export const useValueActions = (): ValueActions | undefined => useContext(Current)
