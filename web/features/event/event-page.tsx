'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { AskBar } from '../ask/ask-bar.tsx'
import { addTerm } from '../search/add-term.ts'
import { summariseEvent } from '../search/summarise-event.ts'
import { useScope } from '../shell/scope.tsx'
import { EventDetails } from './event-details.tsx'
import styles from './event-page.module.css'
import { useEvent } from './use-event.ts'

const AROUND = 5 * 60_000

/** A link to one event. */
export function EventPage({ id }: { id: string }) {
  const { base } = useScope()
  const router = useRouter()
  const [turn, setTurn] = useState(0)
  const asked = useEvent(id)
  const event = asked?.event
  const at = event ? Date.parse(event.time) : 0
  const around = `${new Date(at - AROUND).toISOString()}~${new Date(at + AROUND).toISOString()}`
  const search = (query: string) =>
    `${base}/search?${new URLSearchParams({ ...(query ? { q: query } : {}), range: around, event: id })}`
  return (
    <>
      <AskBar />
      <main id="content" tabIndex={-1} className={styles.main} key={turn}>
        <header className={styles.head}>
          <h1 className={styles.title}>{event ? summariseEvent(event) || 'Event' : 'Event'}</h1>
          {event ? (
            <p className={styles.links}>
              <Time instant={event.time} />
              <a href={search('')}>Events five minutes around it</a>
            </p>
          ) : null}
        </header>
        {event ? (
          <EventDetails
            event={event}
            onFilter={(field, value, without) => router.push(search(addTerm('', field, value, without)))}
          />
        ) : null}
        {!asked ? <Skeleton rows={12} /> : null}
        {asked?.failure ? (
          <FailureState failure={asked.failure} onRetry={() => setTurn((count) => count + 1)} />
        ) : null}
      </main>
    </>
  )
}
