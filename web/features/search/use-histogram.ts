'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import {
  type EventFilter,
  SearchHistogramDocument,
  type SearchHistogramQuery,
} from '../../graphql/generated/graphql.ts'
import { fitRange } from './fit-range.ts'

export type Histogram = SearchHistogramQuery['eventHistogram']

const BUCKETS = 72
/** From ten years to an hour takes three. */
const FITTINGS = 3

/** A year. Of a longer range only the part that has events is drawn, lest all of them share one bar. */
const LONG_MS = 366 * 86_400_000

/** The events over time, asked for once their first rows are there. Keeps the last answer until the next one. */
export function useHistogram(slugs: string[], filter: EventFilter | undefined): Histogram | undefined {
  const client = useApolloClient()
  const [histogram, setHistogram] = useState<Histogram>()
  useEffect(() => {
    if (!filter) return
    const control = new AbortController()
    const fetchOptions = { signal: control.signal }
    const count = async (asked: EventFilter, fittings: number): Promise<Histogram | undefined> => {
      const { data } = await client.query({
        query: SearchHistogramDocument,
        variables: { tenants: slugs, filter: asked, buckets: BUCKETS },
        fetchPolicy: 'no-cache',
        context: { fetchOptions, queryDeduplication: false },
      })
      const range = data && fittings > 0 ? fitRange(data.eventHistogram.buckets, asked.range) : undefined
      return range ? count({ ...asked, range }, fittings - 1) : data?.eventHistogram
    }
    const long = Date.parse(filter.range.to) - Date.parse(filter.range.from) > LONG_MS
    count(filter, long ? FITTINGS : 0).then(
      (counted) => control.signal.aborted || setHistogram(counted),
      () => control.signal.aborted || setHistogram(undefined),
    )
    return () => control.abort()
  }, [client, slugs, filter])
  return histogram
}
