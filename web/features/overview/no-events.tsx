'use client'

import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { CountEventsDocument, TenantRetentionDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { State } from '../../ui/state.tsx'
import { resolveTimeRange, type Span, type TimeRange } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'

const DAY = 86_400_000
const ANY: TimeRange = { kind: 'all' }

interface NoEventsProps {
  span: Span
  onRange: (range: TimeRange) => void
}

/** Nothing in the range, and why: no source yet, no longer kept, or simply not then. */
export function NoEvents({ span, onRange }: NoEventsProps) {
  const { tenant, slugs } = useScope()
  const slug = tenant?.slug ?? ''
  const { data: kept } = useQuery(TenantRetentionDocument, { variables: { slug } })
  const [ever] = useState(() => {
    const { from, to } = resolveTimeRange(ANY, Date.now())
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  })
  const { data: counted } = useQuery(CountEventsDocument, {
    variables: { tenants: slugs, filter: { query: '', range: ever } },
    fetchPolicy: 'no-cache',
  })
  if (tenant?.sources.length === 0)
    return (
      <State title={`${tenant.name} has no source yet`}>
        <p>
          Nothing sends logs here. Someone with the admin role makes an ingest token; then a shipper, or{' '}
          <code>nightjar ingest --url URL --token TOKEN FILE</code>, brings the first lines.
        </p>
      </State>
    )
  const total = Number(counted?.eventHistogram.total ?? 0)
  const widen =
    total > 0 ? <Button onClick={() => onRange(ANY)}>Any time: {formatNumber(total)}</Button> : null
  const days = kept?.tenant?.retentionDays
  if (days != null && span.to < Date.now() - days * DAY)
    return (
      <State title="No longer kept" action={widen}>
        {tenant?.name} keeps events for {formatNumber(days)} days. This time lies before.
      </State>
    )
  return (
    <State title="No event in this time" action={widen}>
      {counted && total === 0
        ? 'There is none at any other time either. If logs should be here, look at their sources below.'
        : 'The question was answered in full: nothing happened then, or nothing was sent.'}
    </State>
  )
}
