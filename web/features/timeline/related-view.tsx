'use client'

import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { TimelineEventFragmentDoc, TimelineRelatedDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { useAnswer } from '../ask/use-answer.ts'
import { EventList } from './event-list.tsx'
import type { Keeping } from './keeping.ts'

interface RelatedViewProps {
  alert: string
  open: string | undefined
  keeping: Keeping
  onOpen: (id: string) => void
}

/** Events that have to do with the alert, the most related first, each with its reasons. */
export function RelatedView({ alert, ...list }: RelatedViewProps) {
  const client = useApolloClient()
  const ask = useMemo(
    () => async (signal: AbortSignal) => {
      const { data } = await client.query({
        query: TimelineRelatedDocument,
        variables: { alert },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal }, queryDeduplication: false },
      })
      const found = (data?.relatedEvents?.events ?? []).map(({ event, reasons }) => ({
        event: readFragment(TimelineEventFragmentDoc, event),
        reasons: reasons.join(', '),
      }))
      return {
        rows: found.map(({ event }) => event),
        reasons: new Map(found.map(({ event, reasons }) => [event.id, reasons])),
      }
    },
    [alert, client],
  )
  const { answer, failure, again } = useAnswer(ask)
  if (failure) return <FailureState failure={failure} onRetry={again} />
  if (!answer) return <Skeleton rows={8} />
  if (answer.rows.length === 0)
    return (
      <State title="Nothing else shares a value with it">
        Looked at were hosts, users, addresses, domains, hashes and processes within an hour of the alert.
      </State>
    )
  return <EventList {...list} label="Related events, the most related first" {...answer} />
}
