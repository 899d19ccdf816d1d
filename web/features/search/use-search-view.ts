'use client'

import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { type Column, formatColumns, parseColumns, USUAL_COLUMNS } from './columns.ts'

export const VIEWS = ['events', 'patterns', 'live'] as const
export type View = (typeof VIEWS)[number]

const columnsParser = createParser<readonly Column[]>({
  parse: parseColumns,
  serialize: formatColumns,
  eq: (one, other) => formatColumns(one) === formatColumns(other),
})

const params = {
  event: parseAsString,
  view: parseAsStringLiteral(VIEWS),
  cols: columnsParser,
  tenants: parseAsArrayOf(parseAsString),
}

/** How the answer is looked at. The address bar holds it, beside what is asked: a link shows the same. */
export function useSearchView() {
  const [{ event, view, cols, tenants }, set] = useQueryStates(params)
  const openEvent = useCallback(
    (id: string | null, history: 'push' | 'replace') => void set({ event: id }, { history }),
    [set],
  )
  const show = useCallback(
    (next: View) => void set({ view: next === 'events' ? null : next, event: null }, { history: 'push' }),
    [set],
  )
  const setColumns = useCallback(
    (columns: readonly Column[]) => {
      const usual = formatColumns(columns) === formatColumns(USUAL_COLUMNS)
      void set({ cols: usual ? null : columns }, { history: 'replace' })
    },
    [set],
  )
  const choose = useCallback(
    (slugs: readonly string[] | undefined) => void set({ tenants: slugs ? [...slugs] : null, event: null }),
    [set],
  )
  return {
    ...{ event: event ?? undefined, openEvent, view: view ?? 'events', show },
    ...{ columns: cols ?? USUAL_COLUMNS, setColumns, tenants: tenants ?? undefined, choose },
  }
}
