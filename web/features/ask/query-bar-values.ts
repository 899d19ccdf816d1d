'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { QueryBarValuesDocument, type QueryBarValuesQuery } from '../../graphql/generated/graphql.ts'
import { prefixTerm } from '../search/prefix-term.ts'
import { resolveTimeRange, type TimeRange } from './time-range.ts'

type Values = QueryBarValuesQuery['fieldValues']

const NONE: Values = []
const PAUSE = 120

/** The most frequent values of a field that begin as typed, with their counts. Asked for once typing pauses. */
export function useFieldValues(
  wanted: { field: string; typed: string } | undefined,
  slugs: string[],
  range: TimeRange,
): Values {
  const client = useApolloClient()
  const [found, setFound] = useState<{ field: string; typed: string; values: Values }>()
  const { field, typed } = wanted ?? {}
  useEffect(() => {
    if (field === undefined || typed === undefined) return
    const control = new AbortController()
    const timer = setTimeout(() => {
      const { from, to } = resolveTimeRange(range, Date.now())
      const filter = {
        query: prefixTerm(field, typed),
        range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      }
      client
        .query({
          query: QueryBarValuesDocument,
          variables: { tenants: slugs, filter, field },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: control.signal }, queryDeduplication: false },
        })
        .then(
          ({ data }) => control.signal.aborted || setFound({ field, typed, values: data?.fieldValues ?? [] }),
          // A help that does not come: one types on.
          () => undefined,
        )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [client, field, range, slugs, typed])
  // Those of a shorter beginning serve until the next come.
  return found && found.field === field && (typed ?? '').startsWith(found.typed) ? found.values : NONE
}
