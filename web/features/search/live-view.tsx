'use client'

import { Eraser, Pause, Play } from 'lucide-react'
import { type Ref, useState } from 'react'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { State } from '../../ui/state.tsx'
import type { Column } from './columns.ts'
import { EventTable, type EventTableHandle } from './event-table.tsx'
import styles from './live-view.module.css'
import { useLiveTail } from './use-live-tail.ts'

interface LiveViewProps {
  slugs: string[]
  query: string
  open: string | undefined
  onOpen: (row: EventRow) => void
  onClose: () => void
  columns: readonly Column[]
  onColumns: (columns: readonly Column[]) => void
  ref: Ref<EventTableHandle>
}

const nothing = () => undefined

/** Events as they come. It rests while one reads: the pointer on a row, scrolled down, details open; or by its button. */
export function LiveView({ slugs, query, open, onOpen, onClose, columns, onColumns, ref }: LiveViewProps) {
  const [stopped, setStopped] = useState(false)
  const [reading, setReading] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  const rests = reading || scrolled || open !== undefined
  const { rows, waiting, rate, more, failure, clear, again } = useLiveTail(slugs, query, stopped || rests)
  if (failure) return <FailureState failure={failure} onRetry={again} />
  const why = stopped ? 'Paused' : rests ? 'Resting while you read' : 'Live'
  return (
    <section className={styles.view} aria-label="Live tail">
      <div className={styles.strip}>
        <Button onClick={() => setStopped(!stopped)}>
          {stopped ? <Play size={13} aria-hidden="true" /> : <Pause size={13} aria-hidden="true" />}
          {stopped ? 'Resume' : 'Pause'}
        </Button>
        <Button onClick={clear} disabled={rows.length === 0}>
          <Eraser size={13} aria-hidden="true" />
          Clear
        </Button>
        <p className={styles.state} role="status" data-live={!stopped && !rests}>
          {why}
        </p>
        {waiting > 0 ? (
          <Button
            onClick={() => {
              setStopped(false)
              setScrolled(false)
              setReading(false)
              if (open) onClose()
            }}
          >
            {formatNumber(waiting)} new: show
          </Button>
        ) : null}
        <p className={styles.rate}>
          {more ? 'more than 200' : formatNumber(rate)} events/s
          {more ? '; the newest are shown, narrow the search to see all' : ''}
        </p>
      </div>
      {rows.length === 0 ? (
        <State title="Waiting for events">
          Those that arrive from now on and fit the search appear here, whatever time their lines give.
        </State>
      ) : (
        <div
          className={styles.rows}
          onPointerEnter={() => setReading(true)}
          onPointerLeave={() => setReading(false)}
          onScrollCapture={(event) => {
            if (event.target instanceof Element) setScrolled(event.target.scrollTop > 0)
          }}
        >
          <EventTable
            ref={ref}
            rows={rows}
            label="Events as they arrive, newest first"
            total={rows.length}
            open={open}
            onOpen={onOpen}
            onClose={onClose}
            onEnd={nothing}
            columns={columns}
            onColumns={onColumns}
            many={slugs.length > 1}
            footer="Older ones are found by a search."
          />
        </div>
      )}
    </section>
  )
}
