'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { AlertEvidenceDocument, EventRowFragmentDoc } from '../../graphql/generated/graphql.ts'

export interface Evidence {
  /** Newest first; undefined until they come. */
  rows: EventRow[] | undefined
  hasMore: boolean
  failure: Failure | undefined
  /** The next page. */
  more: () => void
  again: () => void
}

interface Read {
  rows: EventRow[]
  after: string | undefined
}

const PAGE = 100

/**
 * The events behind an alert.
 * @param id undefined asks nothing
 * @param count of its detections: one that counted up has more evidence
 */
export function useEvidence(id: string | undefined, count: number): Evidence {
  const client = useApolloClient()
  const [read, setRead] = useState<Read>()
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  const growing = useRef(false)

  const load = useCallback(
    async (alert: string, after: string | null): Promise<Read> => {
      const { data } = await client.query({
        query: AlertEvidenceDocument,
        variables: { id: alert, first: PAGE, after },
        fetchPolicy: 'no-cache',
      })
      const page = data?.alert?.evidence
      return {
        rows: page?.edges.map(({ node }) => readFragment(EventRowFragmentDoc, node)) ?? [],
        after: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined,
      }
    },
    [client],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an alert that counted up has more evidence; a retry asks again
  useEffect(() => {
    if (id === undefined) return
    let left = false
    load(id, null).then(
      (first) => {
        if (left) return
        setRead(first)
        setFailure(undefined)
      },
      (error) => left || setFailure(failureOf(error)),
    )
    return () => {
      left = true
    }
  }, [load, id, count, turn])

  const after = read?.after
  const more = useCallback(() => {
    if (!id || !after || growing.current) return
    growing.current = true
    load(id, after)
      .then(
        (next) => setRead((before) => ({ rows: [...(before?.rows ?? []), ...next.rows], after: next.after })),
        (error) => setFailure(failureOf(error)),
      )
      .finally(() => {
        growing.current = false
      })
  }, [id, after, load])
  const again = useCallback(() => setTurn((one) => one + 1), [])
  return { rows: read?.rows, hasMore: after !== undefined, failure, more, again }
}
