'use client'

import dynamic from 'next/dynamic'
import type { EventFilter } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import type { Ask } from '../ask/use-ask.ts'
import { useScope } from '../shell/scope.tsx'
import type { useEventSearch } from './use-event-search.ts'

const NoMatch = dynamic(() => import('./no-match.tsx').then((file) => file.NoMatch))

interface SearchOutcomeProps {
  slugs: string[]
  search: ReturnType<typeof useEventSearch>
  filter: EventFilter
  range: TimeRange
  onAsk: Ask['ask']
  onRun: () => void
}

/** What stands where rows would: on their way, failed, stopped, and the kinds of emptiness told apart. */
export function SearchOutcome({ slugs, search, filter, range, onAsk, onRun }: SearchOutcomeProps) {
  const { tenant } = useScope()
  if (search.failure) return <FailureState failure={search.failure} onRetry={onRun} />
  if (search.status === 'running') return <Skeleton rows={14} />
  if (search.status === 'cancelled')
    return (
      <State title="Cancelled" action={<Button onClick={onRun}>Run again</Button>}>
        The query was stopped before its first rows came.
      </State>
    )
  if (tenant?.sources.length === 0)
    return (
      <State title={`${tenant.name} has no source yet`}>
        <p>
          Nothing sends logs here. Someone with the admin role makes an ingest token; then a shipper, or{' '}
          <code>nightjar ingest --url URL --token TOKEN FILE</code>, brings the first lines.
        </p>
      </State>
    )
  return <NoMatch slugs={slugs} filter={filter} range={range} onAsk={onAsk} />
}
