'use client'

import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react'
import Link from 'next/link'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import type { Writing } from '../keep/event-notes.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { EventDetails } from './event-details.tsx'
import styles from './event-pane.module.css'
import { useEvent } from './use-event.ts'

interface EventPaneProps {
  id: string
  /** What the list beside shows of it, where it does. */
  row?: EventRow | undefined
  onClose: () => void
  onFilter?: (field: string, value: string, without: boolean) => void
  /** Opens the row before in its place; undefined where there is none. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  /** Opens another event in its place. */
  onOpen?: (id: string) => void
  /** What one begins to write right away. */
  writing?: Writing | undefined
}

/** The open event beside its list. */
export function EventPane(props: EventPaneProps) {
  const { id, row, onClose, onFilter, onPrevious, onNext, onOpen, writing } = props
  const asked = useEvent(id, row)
  const event = asked?.event
  return (
    <>
      <header className={styles.head}>
        {event ? <TenantBadge tenant={event.tenant} short /> : null}
        <h2 className={styles.title}>Event</h2>
        {onPrevious || onNext ? (
          <>
            <IconButton label="Row above" shortcut="k" disabled={!onPrevious} onClick={onPrevious}>
              <ChevronUp size={15} aria-hidden="true" />
            </IconButton>
            <IconButton label="Row below" shortcut="j" disabled={!onNext} onClick={onNext}>
              <ChevronDown size={15} aria-hidden="true" />
            </IconButton>
          </>
        ) : null}
        {event ? (
          <Link
            href={`/t/${event.tenant.slug}/events/${encodeURIComponent(event.id)}`}
            prefetch={false}
            className={styles.link}
            aria-label="Open on a page of its own"
            title="Open on a page of its own"
          >
            <Maximize2 size={14} aria-hidden="true" />
          </Link>
        ) : null}
        <IconButton label="Close the details" shortcut="Esc" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      {event ? (
        <EventDetails key={event.id} event={event} onFilter={onFilter} onOpen={onOpen} writing={writing} />
      ) : null}
      {!asked ? <Skeleton rows={10} /> : null}
      {asked?.missing ? (
        <State title="This event is not here">
          It is gone, or belongs to a tenant that you are not a member of.
        </State>
      ) : null}
      {asked?.failure ? <FailureState failure={asked.failure} onRetry={onClose} /> : null}
    </>
  )
}
