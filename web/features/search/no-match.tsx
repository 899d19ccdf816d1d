'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { CountEventsDocument, type EventFilter } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { State } from '../../ui/state.tsx'
import { describeRelative, resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import type { Ask } from '../ask/use-ask.ts'
import { useGrammar } from '../ask/use-grammar.ts'

interface NoMatchProps {
  slugs: string[]
  filter: EventFilter
  range: TimeRange
  onAsk: Ask['ask']
}

interface Offer {
  label: string
  count: number
  change: Parameters<Ask['ask']>[0]
}

const WIDER: TimeRange[] = [{ kind: 'relative', amount: 7, unit: 'd' }, { kind: 'all' }]

const iso = (range: TimeRange) => {
  const { from, to } = resolveTimeRange(range, Date.now())
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

/** Nothing matched: offers what would, with the number of events it would give. */
export function NoMatch({ slugs, filter, range, onAsk }: NoMatchProps) {
  const client = useApolloClient()
  const notes = useGrammar()?.notes(filter.query ?? '') ?? []
  const [offers, setOffers] = useState<Offer[]>()
  useEffect(() => {
    const control = new AbortController()
    const count = async (changed: EventFilter): Promise<number> => {
      const { data } = await client.query({
        query: CountEventsDocument,
        variables: { tenants: slugs, filter: changed },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal: control.signal } },
      })
      return Number(data?.eventHistogram.total ?? 0)
    }
    const options: Promise<Offer>[] = WIDER.filter(() => range.kind !== 'all').map(async (wider) => ({
      label: wider.kind === 'relative' ? describeRelative(wider) : 'Any time',
      count: await count({ ...filter, range: iso(wider) }),
      change: { range: wider },
    }))
    if (filter.query)
      options.push(
        count({ ...filter, query: '' }).then((found) => ({
          label: 'Without the query',
          count: found,
          change: { query: '' },
        })),
      )
    Promise.all(options).then(
      (found) => control.signal.aborted || setOffers(found.filter((offer) => offer.count > 0)),
      () => control.signal.aborted || setOffers([]),
    )
    return () => control.abort()
  }, [client, filter, range, slugs])

  return (
    <State
      title="No event matches"
      action={offers?.map(({ label, count, change }) => (
        <Button key={label} onClick={() => onAsk(change)}>
          {label}: {formatNumber(count)} {count === 1 ? 'event' : 'events'}
        </Button>
      ))}
    >
      {offers?.length === 0
        ? 'Nothing in a wider range or without the query either. If logs should be here, look at their source.'
        : 'The question was answered in full: nothing in this time range fits it.'}
      {notes.map(({ message, hint, from }) => (
        <p key={from}>
          {message}. {hint}
        </p>
      ))}
    </State>
  )
}
