'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  EventDetailsDocument,
  type EventRowFragment as EventRow,
  EventRowFragmentDoc,
} from '../../graphql/generated/graphql.ts'
import { useScope } from '../shell/scope.tsx'
import { isWhole, type WholeEvent } from './is-whole.ts'

export type FullEvent = WholeEvent & { tenant: NonNullable<EventRow['tenant']> }

interface AskedEvent {
  id: string
  event: FullEvent | undefined
  /** Answered, and there is no such event for this viewer. */
  missing: boolean
  failure: Failure | undefined
}

const shownAs = (id: string, event: FullEvent | undefined): AskedEvent => ({
  ...{ id, event, missing: !event, failure: undefined },
})

/**
 * One event by its global id. Keeps the last one while the next is on its way.
 * @param row what a list has of it: where that is all there is, nobody waits for an answer
 */
export function useEvent(id: string | undefined, row?: EventRow): AskedEvent | undefined {
  const client = useApolloClient()
  const { tenant } = useScope()
  const [asked, setAsked] = useState<AskedEvent>()
  const known = useMemo(() => {
    const owner = row?.tenant ?? tenant
    return row && owner && row.id === id && isWhole(row)
      ? shownAs(row.id, { ...row, tenant: owner })
      : undefined
  }, [id, row, tenant])
  const asks = known === undefined
  useEffect(() => {
    if (!id) return setAsked(undefined)
    if (!asks) return
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
          const event = readFragment(EventRowFragmentDoc, data?.event)
          if (control.signal.aborted) return
          const { tenant: owner } = event ?? {}
          setAsked(shownAs(id, event && owner && isWhole(event) ? { ...event, tenant: owner } : undefined))
        },
        (error) => {
          const failure = failureOf(error)
          if (!control.signal.aborted) setAsked({ id, event: undefined, missing: false, failure })
        },
      )
    return () => control.abort()
  }, [asks, client, id])
  return known ?? asked
}
