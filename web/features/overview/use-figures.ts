'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import {
  CategoriesOverTimeDocument,
  OverviewFiguresDocument,
  type OverviewFiguresQuery,
  SearchHistogramDocument,
  type TimeRange,
} from '../../graphql/generated/graphql.ts'
import type { Span } from '../ask/time-range.ts'
import { fitRange } from '../search/fit-range.ts'
import { MOST_KINDS } from './overview-bars.ts'

export interface Figures extends OverviewFiguresQuery {
  /** What they answer. */
  span: Span
  /** Points of a chart: time, category, count. */
  categories: readonly (readonly unknown[])[]
}

const BUCKETS = 60
const FIRST = 8
const DAY = 86_400
/** Of a longer range only the part that has events is shown, lest all of them share one bar. */
const LONG = 366 * DAY * 1000
/** From ten years to an hour takes three. */
const FITTINGS = 3

/** As the search language has it; long ones are whole days. */
const spanOf = (seconds: number) => (seconds % DAY === 0 ? `${seconds / DAY}d` : `${seconds}s`)

/** What happened in a stretch of time: all figures of one answer are of the same one. Keeps the last until the next. */
export function useFigures(slugs: string[], span: Span) {
  const client = useApolloClient()
  const [figures, setFigures] = useState<Figures>()
  const [failure, setFailure] = useState<Failure>()
  const [since, setSince] = useState<number>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => {
    const control = new AbortController()
    running.current = control
    const context = { fetchOptions: { signal: control.signal }, queryDeduplication: false }
    async function narrow(range: TimeRange, fittings: number): Promise<TimeRange> {
      const { data } = await client.query({
        query: SearchHistogramDocument,
        variables: { tenants: slugs, filter: { query: '', range }, buckets: BUCKETS },
        ...{ fetchPolicy: 'no-cache' as const, context },
      })
      const fitted = data && fitRange(data.eventHistogram.buckets, range)
      return fitted && fittings > 1 ? narrow(fitted, fittings - 1) : (fitted ?? range)
    }
    async function ask(): Promise<Figures> {
      const asked = { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() }
      const range = span.to - span.from > LONG ? await narrow(asked, FITTINGS) : asked
      const { data } = await client.query({
        query: OverviewFiguresDocument,
        variables: { tenants: slugs, range, buckets: BUCKETS, first: FIRST },
        ...{ fetchPolicy: 'no-cache' as const, context },
      })
      if (!data) throw new Error('No data')
      const query = `| timechart span=${spanOf(data.eventHistogram.interval)} limit=${MOST_KINDS} count by event.category`
      const charted = await client.query({
        query: CategoriesOverTimeDocument,
        variables: { tenants: slugs, query, range },
        ...{ fetchPolicy: 'no-cache' as const, context },
      })
      const rows = (charted.data?.stats.rows ?? []) as unknown as (readonly unknown[])[]
      const shown = { from: Date.parse(range.from), to: Date.parse(range.to) }
      return { ...data, span: shown, categories: rows }
    }
    setSince(Date.now())
    ask()
      .then(
        (answer) => {
          if (control.signal.aborted) return
          setFigures(answer)
          setFailure(undefined)
        },
        (error) => control.signal.aborted || setFailure(failureOf(error)),
      )
      .finally(() => control.signal.aborted || setSince(undefined))
    return () => control.abort()
  }, [client, slugs, span])
  const cancel = useCallback(() => {
    running.current?.abort()
    setSince(undefined)
  }, [])
  return { figures, failure, since, cancel }
}
