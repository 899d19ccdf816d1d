'use client'

import { useApolloClient } from '@apollo/client/react'
import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { Failure } from '../../graphql/failure.ts'
import { TimelineAlertDocument, type TimelineAlertQuery } from '../../graphql/generated/graphql.ts'
import type { TimeRange } from '../ask/time-range.ts'
import { useAnswer } from '../ask/use-answer.ts'
import { useScope } from '../shell/scope.tsx'
import { entityQuery, parseEntity, type SeedEntity } from './entity-query.ts'

type SeedAlert = NonNullable<TimelineAlertQuery['alert']>

export interface Seed {
  status: 'ready' | 'loading' | 'missing' | 'failed'
  failure: Failure | undefined
  alert: SeedAlert | undefined
  entity: SeedEntity | undefined
  /** The search for its events; empty for all of the tenant. */
  text: string
  /** Time range where the address names none. */
  standard: TimeRange
  /** Goes on without it. */
  drop(): void
}

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }
const HOUR = 3_600_000
const params = { alert: parseAsString, entity: parseAsString, site: parseAsString }

/** What the timeline is about, beside the query: an alert's entity, an entity, or nothing. */
export function useSeed(): Seed {
  const client = useApolloClient()
  const { slugs } = useScope()
  const [{ alert: id, entity: named, site }, set] = useQueryStates(params, { history: 'push' })
  const ask = useMemo(
    () =>
      id === null
        ? undefined
        : async (signal: AbortSignal) => {
            const { data } = await client.query({
              query: TimelineAlertDocument,
              variables: { id },
              fetchPolicy: 'no-cache',
              context: { fetchOptions: { signal }, queryDeduplication: false },
            })
            return { id, alert: data?.alert ?? undefined }
          },
    [client, id],
  )
  const { answer, failure } = useAnswer(ask)
  const drop = useCallback(() => void set({ alert: null, entity: null, site: null }), [set])
  return useMemo(() => {
    const none = { failure: undefined, alert: undefined, entity: undefined, text: '', standard: DAY, drop }
    if (id !== null) {
      if (failure) return { ...none, status: 'failed', failure }
      if (answer?.id !== id) return { ...none, status: 'loading' }
      // Under another tenant's address it is not there.
      const alert = answer.alert && slugs.includes(answer.alert.tenant.slug) ? answer.alert : undefined
      const text = alert && entityQuery(alert.entity)
      if (!alert || text === undefined) return { ...none, status: 'missing' }
      const from = Date.parse(alert.firstSeen) - HOUR
      const standard: TimeRange = { kind: 'absolute', from, to: Date.parse(alert.lastSeen) + HOUR }
      return { ...none, status: 'ready', alert, entity: alert.entity, text, standard }
    }
    const parsed = parseEntity(named)
    const entity = parsed && { ...parsed, ...(site === null ? {} : { site }) }
    return { ...none, status: 'ready', entity, text: (entity && entityQuery(entity)) ?? '' }
  }, [answer, drop, failure, id, named, site, slugs])
}
