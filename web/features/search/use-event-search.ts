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
  WholeEventsDocument,
  type WholeEventsQuery,
} from '../../graphql/generated/graphql.ts'
import { isWhole } from '../event/is-whole.ts'
import { askedFields } from './asked-fields.ts'
import type { Column } from './columns.ts'

type Page = SearchEventsQuery['events']
type WholeNode = Extract<WholeEventsQuery['nodes'][number], { raw: string }>
type Rest = ReadonlyMap<string, WholeNode>

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
  /** Why lines and all fields of the rows did not come. */
  bare: Failure | undefined
}

type Step =
  | { to: 'running'; since: number }
  | { to: 'done'; page: Page; filter: EventFilter }
  | { to: 'filled'; rest: Rest }
  | { to: 'bare'; failure: Failure }
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
  bare: undefined,
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
        bare: undefined,
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
    case 'filled':
      return {
        ...state,
        bare: undefined,
        rows: state.rows.map((row) => ({ ...row, ...next.rest.get(row.id) })),
      }
    case 'bare':
      return { ...state, bare: next.failure }
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

interface Asked {
  filter: EventFilter
  first: number
  after?: string
  /** All fields without, and the lines. */
  names?: string[] | undefined
}

/**
 * Rows of a search, page after page. The first come with what the columns show, then the rest of them: lines and all
 * fields take the server many times as long. Asking anew, leaving and cancelling stop what runs, down to the server.
 * @param asks false where something else answers the question
 */
export function useEventSearch(
  slugs: string[],
  filter: EventFilter,
  columns: readonly Column[],
  asks = true,
) {
  const client = useApolloClient()
  const [state, dispatch] = useReducer(step, START)
  const running = useRef<AbortController>(undefined)
  const shown = useRef(columns)
  shown.current = columns

  const fetchPage = useCallback(
    async ({ names, ...asked }: Asked, signal: AbortSignal): Promise<Page> => {
      const { data } = await client.query({
        query: SearchEventsDocument,
        variables: { tenants: slugs, many: slugs.length > 1, ...asked, names, whole: !names },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal }, queryDeduplication: false },
      })
      if (!data) throw new Error('No data')
      return data.events
    },
    [client, slugs],
  )
  const fillRows = useCallback(
    async (rows: readonly EventRow[], signal: AbortSignal): Promise<void> => {
      const without = rows.filter((row) => !isWhole(row))
      if (without.length === 0) return
      try {
        const { data } = await client.query({
          query: WholeEventsDocument,
          variables: { ids: without.map(({ id }) => id) },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal }, queryDeduplication: false },
        })
        const events = data?.nodes.filter((node): node is WholeNode => node !== null && 'raw' in node) ?? []
        const rest = new Map(events.map((event) => [event.id, event]))
        if (!signal.aborted) dispatch({ to: 'filled', rest })
      } catch (error) {
        if (!signal.aborted) dispatch({ to: 'bare', failure: failureOf(error) })
      }
    },
    [client],
  )

  useEffect(() => {
    if (!asks) return
    const control = new AbortController()
    running.current = control
    dispatch({ to: 'running', since: Date.now() })
    const { signal } = control
    const tell = (next: Step) => signal.aborted || dispatch(next)
    async function run() {
      const page = await fetchPage({ filter, first: FIRST_PAGE, names: askedFields(shown.current) }, signal)
      tell({ to: 'done', page, filter })
      await fillRows(nodes(page), signal)
    }
    run().catch((error) => tell({ to: 'failed', failure: failureOf(error) }))
    return () => control.abort()
  }, [asks, fetchPage, fillRows, filter])

  const cancel = useCallback(() => {
    running.current?.abort()
    dispatch({ to: 'cancelled' })
  }, [])

  const { after, answered, growing, rows, status, stuck } = state
  const again = useCallback(() => {
    const control = running.current
    if (!after || !answered || growing || status !== 'done' || !control) return
    dispatch({ to: 'growing' })
    fetchPage({ filter: answered, first: NEXT_PAGE, after }, control.signal).then(
      (page) => control.signal.aborted || dispatch({ to: 'grown', page }),
      (error) => control.signal.aborted || dispatch({ to: 'stuck', failure: failureOf(error) }),
    )
  }, [after, answered, fetchPage, growing, status])
  const more = useCallback(() => {
    if (!stuck) again()
  }, [again, stuck])
  const fill = useCallback(() => {
    if (running.current) void fillRows(rows, running.current.signal)
  }, [fillRows, rows])

  return { ...state, cancel, more, again, fill }
}
