'use client'

import { createParser, parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useState } from 'react'
import { parseTimeRange } from '#core/search/parse-time-range'
import { formatTimeRange, type TimeRange } from './time-range.ts'

const rangeParser = createParser<TimeRange>({
  parse: (text) => parseTimeRange(text) ?? null,
  serialize: formatTimeRange,
  eq: (one, other) => formatTimeRange(one) === formatTimeRange(other),
})

const params = { q: parseAsString, range: rangeParser }

export interface Ask {
  query: string
  range: TimeRange
  /** Counts up when the same question is asked again: a relative range moves on. */
  turn: number
  ask(change: { query?: string; range?: TimeRange }): void
}

/** What is asked. The address bar holds it: back works, and a link says it all. */
export function useAsk(standard: TimeRange): Ask {
  const [{ q, range }, set] = useQueryStates(params, { history: 'push' })
  const [turn, setTurn] = useState(0)
  const ask = useCallback<Ask['ask']>(
    (change) => {
      setTurn((count) => count + 1)
      void set({
        ...(change.query === undefined ? {} : { q: change.query || null }),
        ...(change.range === undefined ? {} : { range: change.range }),
      })
    },
    [set],
  )
  return { query: q ?? '', range: range ?? standard, turn, ask }
}
