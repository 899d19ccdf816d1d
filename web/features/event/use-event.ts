'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { EventDetailsDocument, type EventDetailsQuery } from '../../graphql/generated/graphql.ts'

export type FullEvent = NonNullable<EventDetailsQuery['event']>

interface AskedEvent {
  id: string
  event: FullEvent | undefined
  /** Answered, and there is no such event for this viewer. */
  missing: boolean
  failure: Failure | undefined
}

/** One event by its global id. Keeps the last one while the next is on its way. */
export function useEvent(id: string | undefined): AskedEvent | undefined {
  const client = useApolloClient()
  const [asked, setAsked] = useState<AskedEvent>()
  useEffect(() => {
    if (!id) return setAsked(undefined)
    const control = new AbortController()
    client
      .query({
        query: EventDetailsDocument,
        variables: { id },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal: control.signal } },
      })
      .then(
        ({ data }) => {
          const event = data?.event ?? undefined
          if (!control.signal.aborted) setAsked({ id, event, missing: !event, failure: undefined })
        },
        (error) => {
          const failure = failureOf(error)
          if (!control.signal.aborted) setAsked({ id, event: undefined, missing: false, failure })
        },
      )
    return () => control.abort()
  }, [client, id])
  return asked
}
