'use client'

import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { AlertRelatedDocument, TimelineEventFragmentDoc } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { levelOf } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { useAsked } from '../ask/use-asked.ts'
import { summariseEvent } from '../search/summarise-event.ts'
import styles from './alert-related.module.css'

interface AlertRelatedProps {
  alert: string
  open: string | undefined
  onOpen: (id: string) => void
}

/** The events that have most to do with the alert, each with its reasons; one opens beside the story. */
export function AlertRelated({ alert, open, onOpen }: AlertRelatedProps) {
  const { data, failure, again } = useAsked(AlertRelatedDocument, { alert })
  if (failure) return <FailureState failure={failure} onRetry={again} />
  if (!data) return <Skeleton rows={6} />
  const events = data.relatedEvents?.events ?? []
  if (events.length === 0)
    return <p className={styles.none}>No other event within an hour shares a rare value with it.</p>
  return (
    <ol className={styles.list}>
      {events.map(({ reasons, event: masked }) => {
        const event = readFragment(TimelineEventFragmentDoc, masked)
        return (
          <li key={event.id}>
            <button
              type="button"
              className={styles.event}
              aria-pressed={event.id === open}
              onClick={() => onOpen(event.id)}
            >
              <Severity level={levelOf(event.severity)} wordless />
              <Time instant={event.time} precision="second" />
              <span className={styles.words}>{summariseEvent(event)}</span>
              <span className={styles.reasons}>{reasons.join(', ')}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
