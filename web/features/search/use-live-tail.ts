'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { EventRowFragmentDoc, EventsArrivingDocument } from '../../graphql/generated/graphql.ts'

/** Rows kept; a page that stays open all night must not grow. */
const KEPT = 1_000
/** Seconds that the rate is measured over: the server looks once a second. */
const MEASURED = 5

interface Tail {
  /** The newest first. */
  rows: readonly EventRow[]
  /** Came while paused, those that fell out of what is kept among them. */
  waiting: number
  /** Events a second, of the last few. */
  rate: number
  /** More come than the server sends. */
  more: boolean
}

const START: Tail = { rows: [], waiting: 0, rate: 0, more: false }

/** Events as they are stored. While paused they wait, as many as are kept, and are counted. */
export function useLiveTail(slugs: string[], query: string, paused: boolean) {
  const client = useApolloClient()
  const [tail, setTail] = useState(START)
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  const held = useRef<EventRow[]>([])
  const counts = useRef<number[]>([])
  const stopped = useRef(paused)
  const frame = useRef(0)

  const flush = useCallback(() => {
    cancelAnimationFrame(frame.current)
    // One rendering for what came, however much it was.
    frame.current = requestAnimationFrame(() => {
      const rate = counts.current.reduce((sum, count) => sum + count, 0) / Math.max(counts.current.length, 1)
      if (stopped.current) return setTail((before) => ({ ...before, rate }))
      const fresh = held.current
      held.current = []
      setTail(({ rows, more }) => ({ rows: [...fresh, ...rows].slice(0, KEPT), waiting: 0, rate, more }))
    })
  }, [])
  useEffect(() => {
    stopped.current = paused
    if (!paused) flush()
  }, [flush, paused])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry subscribes again
  useEffect(() => {
    setTail(START)
    setFailure(undefined)
    held.current = []
    counts.current = []
    const subscription = client
      .subscribe({
        query: EventsArrivingDocument,
        variables: { tenants: slugs, filter: { query }, many: slugs.length > 1 },
        fetchPolicy: 'no-cache',
      })
      .subscribe({
        next: ({ data, error }) => {
          if (error) setFailure(failureOf(error))
          const arrivals = data?.eventsArriving
          if (!arrivals) return
          const { more } = arrivals
          const events = readFragment(EventRowFragmentDoc, arrivals.events)
          counts.current = [...counts.current, events.length].slice(-MEASURED)
          held.current = [...events.toReversed(), ...held.current].slice(0, KEPT)
          setTail((before) => ({
            ...before,
            more,
            waiting: stopped.current ? before.waiting + events.length : 0,
          }))
          flush()
        },
        error: (error) => setFailure(failureOf(error)),
      })
    return () => {
      subscription.unsubscribe()
      cancelAnimationFrame(frame.current)
    }
  }, [client, flush, query, slugs, turn])

  const clear = useCallback(() => {
    held.current = []
    setTail((before) => ({ ...before, rows: [], waiting: 0 }))
  }, [])
  const again = useCallback(() => setTurn((count) => count + 1), [])
  return { ...tail, failure, clear, again }
}
