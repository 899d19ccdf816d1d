'use client'

import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { State } from '../../ui/state.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'
import type { useGraph } from './use-graph.ts'

interface GraphOutcomeProps {
  graph: ReturnType<typeof useGraph>
  range: TimeRange
  seed: 'alert' | 'entity' | 'search'
  onRange: (range: TimeRange) => void
  onRun: () => void
}

const MONTH: TimeRange = { kind: 'relative', amount: 30, unit: 'd' }

/** What stands where the graph would: failed, stopped, and the kinds of emptiness told apart. */
export function GraphOutcome({ graph, range, seed, onRange, onRun }: GraphOutcomeProps) {
  const { tenant } = useScope()
  if (graph.failure?.code === 'NOT_FOUND')
    return (
      <State title="This alert is not here">
        It is gone, or belongs to a tenant that you are not a member of.
      </State>
    )
  if (graph.failure) return <FailureState failure={graph.failure} onRetry={onRun} />
  if (graph.status === 'cancelled')
    return (
      <State title="Cancelled" action={<Button onClick={onRun}>Run again</Button>}>
        The question was stopped before its answer came.
      </State>
    )
  if (graph.status === 'running') return null
  if (tenant?.sources.length === 0)
    return (
      <State title={`${tenant.name} has no source yet`}>
        Nothing sends logs here, so there is nothing that events could tie together.
      </State>
    )
  const action =
    range.kind === 'relative' && range.amount * (range.unit === 'd' ? 1 : 0) < 30 ? (
      <Button onClick={() => onRange(MONTH)}>Look at the last 30 days</Button>
    ) : range.kind === 'all' ? null : (
      <Button onClick={() => onRange({ kind: 'all' })}>Look at any time</Button>
    )
  return (
    <State title="Nothing to draw in this range" action={action}>
      {seed === 'search'
        ? 'No event that the query finds names a host, a user, an address or another entity.'
        : 'No event of this range ties it to anything.'}
    </State>
  )
}
