'use client'

import { useApolloClient } from '@apollo/client/react'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { AlertEvidenceDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { SidePane } from '../../ui/side-pane.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { EventPane } from '../event/event-pane.tsx'
import { EventTable, type EventTableHandle } from '../search/event-table.tsx'
import type { EventRow } from '../search/use-event-search.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import styles from './alert-evidence.module.css'

interface Evidence {
  rows: EventRow[]
  after: string | undefined
}

const NONE = 'none'
const PAGE = 100

/** The events behind an alert, the newest of them open. */
export function AlertEvidence({ id, count }: { id: string; count: number }) {
  const client = useApolloClient()
  const [evidence, setEvidence] = useState<Evidence>()
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  const growing = useRef(false)
  const table = useRef<EventTableHandle>(null)
  const [chosen, setChosen] = useQueryState('event', parseAsString)

  const load = useCallback(
    async (after: string | null) => {
      const { data } = await client.query({
        query: AlertEvidenceDocument,
        variables: { id, first: PAGE, after },
        fetchPolicy: 'no-cache',
      })
      const page = data?.alert?.evidence
      return {
        rows: page?.edges.map(({ node }) => node) ?? [],
        after: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined,
      }
    },
    [client, id],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an alert that counted up has more evidence; a retry asks again
  useEffect(() => {
    let left = false
    load(null).then(
      (first) => {
        if (left) return
        setEvidence(first)
        setFailure(undefined)
      },
      (error) => left || setFailure(failureOf(error)),
    )
    return () => {
      left = true
    }
  }, [load, count, turn])

  const after = evidence?.after
  const more = useCallback(() => {
    if (!after || growing.current) return
    growing.current = true
    load(after)
      .then(
        (next) =>
          setEvidence((before) => ({ rows: [...(before?.rows ?? []), ...next.rows], after: next.after })),
        (error) => setFailure(failureOf(error)),
      )
      .finally(() => {
        growing.current = false
      })
  }, [after, load])
  const open = chosen === NONE ? undefined : (chosen ?? evidence?.rows[0]?.id)
  const close = useCallback(() => {
    void setChosen(NONE, { history: 'replace' })
    table.current?.focus()
  }, [setChosen])
  useShortcuts({ j: () => table.current?.move(1), k: () => table.current?.move(-1) })

  return (
    <section className={styles.evidence} aria-label="Evidence">
      <div className={styles.list}>
        <h2 className={styles.heading}>Evidence</h2>
        {failure ? <FailureState failure={failure} onRetry={() => setTurn((one) => one + 1)} /> : null}
        {!evidence && !failure ? <Skeleton rows={6} /> : null}
        {evidence && evidence.rows.length > 0 ? (
          <EventTable
            ref={table}
            rows={evidence.rows}
            label="Events behind this alert, newest first"
            total={after ? undefined : evidence.rows.length}
            open={open}
            onOpen={(row) => void setChosen(row.id, { history: 'replace' })}
            onClose={close}
            onEnd={more}
          />
        ) : null}
        {evidence?.rows.length === 0 ? (
          <State title="Its events are not here any more">
            The alert keeps what it counted; the events behind it have left the retention of this tenant, or
            are still on their way into the store.
          </State>
        ) : null}
      </div>
      {open ? (
        <SidePane label="Details of the matched event">
          <EventPane id={open} onClose={close} />
        </SidePane>
      ) : null}
    </section>
  )
}
