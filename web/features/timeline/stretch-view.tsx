'use client'

import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EventList } from './event-list.tsx'
import type { Keeping } from './keeping.ts'
import styles from './table.module.css'
import type { useStretch } from './use-stretch.ts'

interface StretchViewProps {
  stretch: ReturnType<typeof useStretch>
  brushed: boolean
  open: string | undefined
  keeping: Keeping
  onOpen: (id: string) => void
}

/** The events of the stretch that is marked, or of all that is in sight, a hundred at a time. */
export function StretchView({ stretch, brushed, ...list }: StretchViewProps) {
  const { answer, failure, since, before, older, newer, again } = stretch
  if (failure) return <FailureState failure={failure} onRetry={again} />
  if (!answer) return <Skeleton rows={8} />
  return (
    <>
      <EventList
        {...list}
        label={brushed ? 'Events of the stretch, newest first' : 'Events in sight, newest first'}
        rows={answer.rows}
        stale={since !== undefined}
      />
      <div className={styles.foot}>
        {answer.rows.length === 0
          ? 'No event in this stretch.'
          : `${formatNumber(before + 1)} to ${formatNumber(before + answer.rows.length)}`}
        {newer ? <Button onClick={newer}>Newer</Button> : null}
        {older ? <Button onClick={older}>Older</Button> : null}
      </div>
    </>
  )
}
