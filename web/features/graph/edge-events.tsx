'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import {
  type EdgeInput,
  GraphEdgeEventsDocument,
  type GraphEdgeEventsQuery,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './graph-panel.module.css'
import type { InstantRange } from './instant-range.ts'

interface EdgeEventsProps {
  edge: EdgeInput
  range: InstantRange
  onOpen: (id: string) => void
}

type EventPage = GraphEdgeEventsQuery['edgeEvents']

const PAGE = 50

/** The events that an edge counts, newest first. */
export function EdgeEvents({ edge, range, onOpen }: EdgeEventsProps) {
  const client = useApolloClient()
  const [pages, setPages] = useState<readonly EventPage[]>([])
  const [failure, setFailure] = useState<Failure>()
  const [after, setAfter] = useState<string | null>(null)
  const [asking, setAsking] = useState(true)
  const [turn, setTurn] = useState(0)
  const text = JSON.stringify({ edge, range })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again
  useEffect(() => {
    const control = new AbortController()
    setAsking(true)
    setFailure(undefined)
    client
      .query({
        query: GraphEdgeEventsDocument,
        variables: { ...(JSON.parse(text) as { edge: EdgeInput; range: InstantRange }), first: PAGE, after },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal: control.signal }, queryDeduplication: false },
      })
      .then(
        ({ data }) => {
          if (control.signal.aborted || !data) return
          setPages((before) => (after ? [...before, data.edgeEvents] : [data.edgeEvents]))
          setAsking(false)
        },
        (error) => {
          if (control.signal.aborted) return
          setFailure(failureOf(error))
          setAsking(false)
        },
      )
    return () => control.abort()
  }, [client, text, after, turn])

  if (failure) return <FailureState failure={failure} onRetry={() => setTurn((count) => count + 1)} />
  const events = pages.flatMap(({ edges }) => edges.map(({ node }) => node))
  const info = pages.at(-1)?.pageInfo
  if (pages.length === 0) return <Skeleton rows={6} />
  if (events.length === 0)
    return (
      <p className={styles.note}>
        None of them can be opened: they are older than what this tenant or source shows.
      </p>
    )
  return (
    <>
      <ol className={styles.events}>
        {events.map((event) => (
          <li key={event.id}>
            <button type="button" className={styles.event} onClick={() => onOpen(event.id)}>
              <span className={styles.when}>
                <Time instant={event.time} precision="second" />
                <Outcome outcome={event.outcome ?? null} />
              </span>
              <span className={styles.said}>{event.message || event.raw}</span>
            </button>
          </li>
        ))}
      </ol>
      {info?.hasNextPage ? (
        <Button disabled={asking} onClick={() => setAfter(info.endCursor ?? null)}>
          {asking ? 'On their way' : 'More events'}
        </Button>
      ) : (
        <p className={styles.note}>These are all events of the edge in this range.</p>
      )}
    </>
  )
}
