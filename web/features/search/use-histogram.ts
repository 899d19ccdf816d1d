'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import {
  type EventFilter,
  SearchHistogramDocument,
  type SearchHistogramQuery,
} from '../../graphql/generated/graphql.ts'

export type Histogram = SearchHistogramQuery['eventHistogram']

const BUCKETS = 72

/** The events over time, asked for once their first rows are there. Keeps the last answer until the next one. */
export function useHistogram(slugs: string[], filter: EventFilter | undefined): Histogram | undefined {
  const client = useApolloClient()
  const [histogram, setHistogram] = useState<Histogram>()
  useEffect(() => {
    if (!filter) return
    const control = new AbortController()
    client
      .query({
        query: SearchHistogramDocument,
        variables: { tenants: slugs, filter, buckets: BUCKETS },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal: control.signal }, queryDeduplication: false },
      })
      .then(
        ({ data }) => control.signal.aborted || setHistogram(data?.eventHistogram),
        () => control.signal.aborted || setHistogram(undefined),
      )
    return () => control.abort()
  }, [client, slugs, filter])
  return histogram
}
