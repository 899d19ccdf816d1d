'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  type EventFilter,
  type EventRowFragment as EventRow,
  EventRowFragmentDoc,
  SearchEventsDocument,
  type SearchEventsQuery,
} from '../../graphql/generated/graphql.ts'

type Page = SearchEventsQuery['events']

interface EventSearch {
  status: 'running' | 'done' | 'failed' | 'cancelled'
  rows: EventRow[]
  /** The rows answer this; older than what runs while it runs. */
  answered: EventFilter | undefined
  after: string | undefined
  stats: Page['stats'] | undefined
  failure: Failure | undefined
  /** Set while a question runs. */
  since: number | undefined
  growing: boolean
  /** Why the next page did not come: the rows are not all. */
  stuck: Failure | undefined
}

type Step =
  | { to: 'running'; since: number }
  | { to: 'done'; page: Page; filter: EventFilter }
  | { to: 'failed'; failure: Failure }
  | { to: 'cancelled' }
  | { to: 'growing' }
  | { to: 'grown'; page: Page }
  | { to: 'stuck'; failure: Failure }

const START: EventSearch = {
  status: 'running',
  rows: [],
  answered: undefined,
  after: undefined,
  stats: undefined,
  failure: undefined,
  since: undefined,
  growing: false,
  stuck: undefined,
}

const nodes = (page: Page) => page.edges.map(({ node }) => readFragment(EventRowFragmentDoc, node))
const cursor = (page: Page) =>
  page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined

function step(state: EventSearch, next: Step): EventSearch {
  switch (next.to) {
    case 'running':
      return {
        ...state,
        status: 'running',
        since: next.since,
        failure: undefined,
        growing: false,
        stuck: undefined,
      }
    case 'done':
      return {
        ...START,
        status: 'done',
        rows: nodes(next.page),
        answered: next.filter,
        after: cursor(next.page),
        stats: next.page.stats,
      }
    case 'failed':
      return { ...state, status: 'failed', failure: next.failure, since: undefined, growing: false }
    case 'cancelled':
      return { ...state, status: 'cancelled', since: undefined, growing: false }
    case 'growing':
      return { ...state, growing: true, stuck: undefined }
    case 'grown':
      return {
        ...state,
        growing: false,
        rows: [...state.rows, ...nodes(next.page)],
        after: cursor(next.page),
      }
    case 'stuck':
      return { ...state, growing: false, stuck: next.failure }
  }
}

const FIRST_PAGE = 100
const NEXT_PAGE = 300

/**
 * Rows of a search, page after page. Asking anew, leaving and cancelling stop what runs, down to the server.
 * @param asks false where something else answers the question
 */
export function useEventSearch(slugs: string[], filter: EventFilter, asks = true) {
  const client = useApolloClient()
  const [state, dispatch] = useReducer(step, START)
  const running = useRef<AbortController>(undefined)

  const fetchPage = useCallback(
    async (asked: EventFilter, first: number, after: string | null, signal: AbortSignal): Promise<Page> => {
      const { data } = await client.query({
        query: SearchEventsDocument,
        variables: { tenants: slugs, filter: asked, first, after, many: slugs.length > 1 },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal }, queryDeduplication: false },
      })
      if (!data) throw new Error('No data')
      return data.events
    },
    [client, slugs],
  )

  useEffect(() => {
    if (!asks) return
    const control = new AbortController()
    running.current = control
    dispatch({ to: 'running', since: Date.now() })
    fetchPage(filter, FIRST_PAGE, null, control.signal).then(
      (page) => control.signal.aborted || dispatch({ to: 'done', page, filter }),
      (error) => control.signal.aborted || dispatch({ to: 'failed', failure: failureOf(error) }),
    )
    return () => control.abort()
  }, [asks, fetchPage, filter])

  const cancel = useCallback(() => {
    running.current?.abort()
    dispatch({ to: 'cancelled' })
  }, [])

  const { after, answered, growing, status, stuck } = state
  const again = useCallback(() => {
    const control = running.current
    if (!after || !answered || growing || status !== 'done' || !control) return
    dispatch({ to: 'growing' })
    fetchPage(answered, NEXT_PAGE, after, control.signal).then(
      (page) => control.signal.aborted || dispatch({ to: 'grown', page }),
      (error) => control.signal.aborted || dispatch({ to: 'stuck', failure: failureOf(error) }),
    )
  }, [after, answered, fetchPage, growing, status])
  const more = useCallback(() => {
    if (!stuck) again()
  }, [again, stuck])

  return { ...state, cancel, more, again }
}
