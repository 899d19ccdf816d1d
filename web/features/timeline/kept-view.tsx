'use client'

import { useMemo } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  KeptEventsDocument,
  TimelineEventFragmentDoc,
  type TimeRange,
} from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { noteKept, useKeptChanges } from '../keep/kept-changes.ts'
import { useScope } from '../shell/scope.tsx'
import { EventList } from './event-list.tsx'
import type { Keeping } from './keeping.ts'
import { keptRows } from './kept-rows.ts'
import styles from './table.module.css'

interface KeptViewProps {
  range: TimeRange
  pinnedOnly: boolean
  onPinnedOnly: (only: boolean) => void
  open: string | undefined
  keeping: Keeping
  onOpen: (id: string) => void
}

const MOST = 500

/** Events of the time in sight that somebody pinned, tagged or noted, with what was kept of each. */
export function KeptView({ range, pinnedOnly, onPinnedOnly, ...list }: KeptViewProps) {
  const { slugs } = useScope()
  const changes = useKeptChanges()
  const { from, to } = range
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept or let go changes the answer
  const variables = useMemo(
    () => ({ tenants: slugs, range: { from, to }, kind: pinnedOnly ? ('pin' as const) : null, first: MOST }),
    [changes, from, pinnedOnly, slugs, to],
  )
  const { data, failure } = useQueryAnswer(KeptEventsDocument, variables)
  const kept = useMemo(
    () =>
      data &&
      keptRows(
        data.annotations.edges.map(({ node }) => ({
          ...node,
          event: readFragment(TimelineEventFragmentDoc, node.event) ?? undefined,
        })),
      ),
    [data],
  )
  return (
    <>
      <p className={styles.foot}>
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={pinnedOnly}
            onChange={({ target }) => onPinnedOnly(target.checked)}
          />
          Pinned only
        </label>
        {data?.annotations.pageInfo.hasNextPage ? <span>The newest of them: narrow the time.</span> : null}
        {kept && kept.gone > 0 ? (
          <span>{kept.gone === 1 ? 'One event is' : `${kept.gone} events are`} no longer here.</span>
        ) : null}
      </p>
      {failure ? <FailureState failure={failure} onRetry={noteKept} /> : null}
      {!kept && !failure ? <Skeleton rows={6} /> : null}
      {kept && kept.rows.length > 0 ? (
        <EventList {...list} label="Pinned and noted events, the newest first" reasonName="Kept" {...kept} />
      ) : null}
      {kept && kept.rows.length === 0 ? (
        <State title={pinnedOnly ? 'Nothing is pinned in this time' : 'Nothing is kept in this time'}>
          {list.keeping.onPin
            ? 'On an event, p pins it, n writes a note and # adds a tag. Everybody of the tenant sees them.'
            : 'Analysts pin, tag and note events here.'}
        </State>
      ) : null}
    </>
  )
}
