'use client'

import Link from 'next/link'
import { useMemo, useState } from 'react'
import { EventsAroundDocument, type EventsAroundQuery } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { summariseEvent } from '../search/summarise-event.ts'
import styles from './event-around.module.css'
import type { FullEvent } from './use-event.ts'

type Near = NonNullable<EventsAroundQuery['surroundingEvents']>['before'][number]

interface EventAroundProps {
  event: FullEvent
  onOpen: ((id: string) => void) | undefined
}

/** What may be the same of the events next to it, and what that is called. */
const SAME = [
  ['host.name', 'host'],
  ['user.name', 'user'],
  ['source.ip', 'source address'],
  ['nightjar.source', 'log source'],
] as const
const COUNTS = [10, 50, 200]

/** What happened just before and after, of everything or of the same host, user, address or log source. */
export function EventAround({ event, onOpen }: EventAroundProps) {
  const offered = SAME.filter(([field]) => field === 'nightjar.source' || Object.hasOwn(event.fields, field))
  const [same, setSame] = useState<readonly string[]>(() => offered.slice(0, 1).map(([field]) => field))
  const [count, setCount] = useState(10)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry asks again
  const variables = useMemo(() => ({ id: event.id, count, same: [...same] }), [event.id, count, same, turn])
  const { data, failure } = useQueryAnswer(EventsAroundDocument, variables)
  const around = data?.surroundingEvents
  const line = (near: Near) => (
    <NearEvent key={near.id} near={near} slug={event.tenant.slug} onOpen={onOpen} />
  )
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">Of which events</legend>
        {offered.map(([field, name]) => (
          <label key={field} className={styles.choice} title={field}>
            <input
              type="checkbox"
              checked={same.includes(field)}
              onChange={() =>
                setSame(same.includes(field) ? same.filter((one) => one !== field) : [...same, field])
              }
            />
            same {name}
          </label>
        ))}
        <label className={styles.choice}>
          <select value={count} onChange={(change) => setCount(Number(change.target.value))}>
            {COUNTS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
          on each side
        </label>
      </fieldset>
      {failure ? <FailureState failure={failure} onRetry={() => setTurn((one) => one + 1)} /> : null}
      {!around && !failure ? <Skeleton rows={10} /> : null}
      {around ? (
        <ol className={styles.list}>
          {around.after.toReversed().map(line)}
          <li className={styles.here} aria-current="true">
            <Time instant={event.time} precision="dense" />
            <span className={styles.text}>{summariseEvent(event)}</span>
          </li>
          {around.before.map(line)}
        </ol>
      ) : null}
    </>
  )
}

function NearEvent({
  near,
  slug,
  onOpen,
}: {
  near: Near
  slug: string
  onOpen: ((id: string) => void) | undefined
}) {
  const worst = LEVELS.find((level) => near.detections.some((one) => one.level === level))
  const shown = (
    <>
      <Time instant={near.time} precision="dense" />
      {worst ? <Severity level={worst} wordless /> : null}
      <span className={styles.text}>{summariseEvent(near)}</span>
    </>
  )
  return (
    <li>
      {onOpen ? (
        <button type="button" className={styles.near} onClick={() => onOpen(near.id)}>
          {shown}
        </button>
      ) : (
        <Link
          href={`/t/${slug}/events/${encodeURIComponent(near.id)}`}
          prefetch={false}
          className={styles.near}
        >
          {shown}
        </Link>
      )}
    </li>
  )
}
