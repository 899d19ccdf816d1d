'use client'

import { Button } from '../../ui/button.tsx'
import { State } from '../../ui/state.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import type { Ask } from '../ask/use-ask.ts'
import { useScope } from '../shell/scope.tsx'

interface NoEventsProps {
  range: TimeRange
  query: string
  onAsk: Ask['ask']
}

const WEEK: TimeRange = { kind: 'relative', amount: 7, unit: 'd' }
const YEAR: TimeRange = { kind: 'relative', amount: 365, unit: 'd' }

/** Nothing to draw: no source yet, or nothing that fits. */
export function NoEvents({ range, query, onAsk }: NoEventsProps) {
  const { tenant } = useScope()
  if (tenant?.sources.length === 0)
    return (
      <State title={`${tenant.name} has no source yet`}>
        Nothing sends logs here. Someone with the admin role makes an ingest token; then a shipper brings the
        first lines.
      </State>
    )
  return (
    <State
      title="No event matches"
      action={
        <>
          {range.kind === 'all' ? null : (
            <>
              <Button onClick={() => onAsk({ range: WEEK })}>Last 7 days</Button>
              <Button onClick={() => onAsk({ range: YEAR })}>Last 365 days</Button>
            </>
          )}
          {query ? <Button onClick={() => onAsk({ query: '' })}>Without the query</Button> : null}
        </>
      }
    >
      The question was answered in full: nothing in this time range fits it.
    </State>
  )
}
