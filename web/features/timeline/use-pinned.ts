'use client'

import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { TimelineEventFragmentDoc, TimelinePinDocument } from '../../graphql/generated/graphql.ts'
import { useScope } from '../shell/scope.tsx'
import type { TimelineEvent } from './lane.ts'
import { useAnswer } from './use-answer.ts'

/** The events pinned, by time. One that is gone, or another tenant's, is left out. */
export function usePinned(ids: string[]) {
  const client = useApolloClient()
  const { slugs } = useScope()
  const asked = ids.join(',')
  const ask = useMemo(() => {
    const wanted = asked.split(',').filter(Boolean)
    return async (signal: AbortSignal) => {
      const answers = await Promise.all(
        wanted.map((id) =>
          client.query({
            query: TimelinePinDocument,
            variables: { id },
            fetchPolicy: 'no-cache',
            context: { fetchOptions: { signal }, queryDeduplication: false },
          }),
        ),
      )
      return answers
        .flatMap(({ data }): TimelineEvent[] => {
          const event = readFragment(TimelineEventFragmentDoc, data?.event)
          return event && slugs.includes(event.tenant.slug) ? [event] : []
        })
        .sort((one, other) => (one.time < other.time ? -1 : 1))
    }
  }, [asked, client, slugs])
  return useAnswer(ask)
}
