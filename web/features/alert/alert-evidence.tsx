'use client'

import type { Ref } from 'react'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { EventTable, type EventTableHandle } from '../search/event-table.tsx'
import styles from './alert-evidence.module.css'
import type { Evidence } from './use-evidence.ts'

interface AlertEvidenceProps {
  evidence: Evidence
  /** Detections that the alert counts: how much room their events get before they come. */
  count: number
  open: string | undefined
  onOpen: (id: string) => void
  onClose: () => void
  table: Ref<EventTableHandle>
}

const MOST_ROWS = 7
const ROW = 36
const HEAD = 60

/** The events behind an alert, newest first. */
export function AlertEvidence({ evidence, count, open, onOpen, onClose, table }: AlertEvidenceProps) {
  const { rows, hasMore, failure, more, again } = evidence
  const isGone = rows?.length === 0
  const height = HEAD + ROW * Math.max(Math.min(count, MOST_ROWS), failure || isGone ? 4 : 2)
  return (
    <section className={styles.evidence} aria-label="Evidence" style={{ height }}>
      <h2 className={styles.heading}>Evidence</h2>
      {failure ? <FailureState failure={failure} onRetry={again} /> : null}
      {!rows && !failure ? <Skeleton rows={3} /> : null}
      {rows && rows.length > 0 ? (
        <EventTable
          ref={table}
          rows={rows}
          label="Events behind this alert, newest first"
          total={hasMore ? undefined : rows.length}
          open={open}
          onOpen={(row) => onOpen(row.id)}
          onClose={onClose}
          onEnd={more}
        />
      ) : null}
      {isGone ? (
        <State title="Its events are not here any more">
          The alert keeps what it counted; the events behind it have left the retention of this tenant, or are
          still on their way into the store.
        </State>
      ) : null}
    </section>
  )
}
