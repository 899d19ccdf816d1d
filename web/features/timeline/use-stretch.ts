'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useMemo, useState } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  type EventFilter,
  TimelineEventFragmentDoc,
  TimelineStretchDocument,
} from '../../graphql/generated/graphql.ts'
import { useAnswer } from '../ask/use-answer.ts'
import type { TimelineEvent } from './lane.ts'

const PAGE = 100

/** Events of a stretch, newest first, page after page. @param filter undefined asks nothing yet */
export function useStretch(slugs: string[], filter: EventFilter | undefined) {
  const client = useApolloClient()
  const [place, setPlace] = useState<{ filter: EventFilter; cursors: string[] }>()
  const cursors = place && place.filter === filter ? place.cursors : undefined
  const after = cursors?.at(-1)
  const ask = useMemo(
    () =>
      filter &&
      (async (signal: AbortSignal) => {
        const { data } = await client.query({
          query: TimelineStretchDocument,
          variables: { tenants: slugs, filter, first: PAGE, after: after ?? null },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal }, queryDeduplication: false },
        })
        if (!data) throw new Error('No data')
        const { edges, pageInfo, stats } = data.events
        const rows = edges.map(({ node }): TimelineEvent => readFragment(TimelineEventFragmentDoc, node))
        return { filter, rows, stats, next: (pageInfo.hasNextPage && pageInfo.endCursor) || undefined }
      }),
    [after, client, filter, slugs],
  )
  const asked = useAnswer(ask)
  const next = asked.answer?.filter === filter ? asked.answer?.next : undefined
  const older = useCallback(() => {
    if (filter && next) setPlace({ filter, cursors: [...(cursors ?? []), next] })
  }, [cursors, filter, next])
  const newer = useCallback(() => {
    if (filter && cursors) setPlace({ filter, cursors: cursors.slice(0, -1) })
  }, [cursors, filter])
  return {
    ...asked,
    older: next ? older : undefined,
    newer: cursors && cursors.length > 0 ? newer : undefined,
    /** Rows before the first one shown. */
    before: (cursors?.length ?? 0) * PAGE,
  }
}
