import DataLoader from 'dataloader'
import { UserError } from '#core/errors'
import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import type { Alert } from '#core/records/alerts/alert'
import { contributingPayloads } from '#core/records/alerts/contributing-payloads'
import type { Records } from '#core/records/create-records'
import type { Pipe } from '#core/search/pipe'
import type { EventQuery, TimeSpan } from '#core/store/event-query'
import { meteredStore } from '#core/store/metered-store'
import type { EventPage } from '#core/store/page'
import { type Analysis, analyseEvents } from '#core/store/queries/analyse-events'
import { countEvents } from '#core/store/queries/count-events'
import { detectionEvents } from '#core/store/queries/detection-events'
import { detectionsOfEvents } from '#core/store/queries/detections-of-events'
import { type EventFacet, eventFacets } from '#core/store/queries/event-facets'
import { eventHistogram } from '#core/store/queries/event-histogram'
import { type EventPattern, eventPatterns } from '#core/store/queries/event-patterns'
import { eventsByIds } from '#core/store/queries/events-by-ids'
import { fieldValues } from '#core/store/queries/field-values'
import { hitsByTenant, type TenantHits } from '#core/store/queries/hits-by-tenant'
import { listEvents } from '#core/store/queries/list-events'
import { surroundingEvents } from '#core/store/queries/surrounding-events'
import { valuesOfEvent } from '#core/store/queries/values-of-event'
import type { QueryStats, Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { toSearch } from '../../questions/to-search.ts'
import { once } from '../once.ts'
import type { Page } from '../page-of.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'
import type { Arrivals, createArrivals } from './create-arrivals.ts'
import { keepExport } from './keep-export.ts'
import type { WantedParts } from './wanted-parts.ts'

export type EventParent = Event
export type DetectionParent = Detection
export type ArrivalsParent = Arrivals
export type StatsParent = Analysis
export type EventPatternParent = EventPattern
export type TenantHitsParent = TenantHits

/** A page of events; what is asked for is fetched when it is asked for. */
export interface EventConnectionParent {
  page(): Promise<EventPage>
  total(): Promise<bigint | number>
  hasPreviousPage: boolean
}

interface EventsPage extends Page {
  oldestFirst: boolean
}

interface EventReference {
  tenantId: string
  id: string
  /** Nanoseconds since the epoch. */
  time: bigint
}

type WithStats<Answer> = Answer & { stats: QueryStats }

export interface EventService {
  /** What a typed search means. @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
  toQuery(search: string, range: TimeSpan): EventQuery
  list(scope: TenantScope, query: EventQuery, page: EventsPage, parts: WantedParts): EventConnectionParent
  histogram(
    scope: TenantScope,
    query: EventQuery,
    wish: Parameters<typeof eventHistogram>[3],
  ): ReturnType<typeof eventHistogram>
  values(scope: TenantScope, query: EventQuery, field: string, first: number): ReturnType<typeof fieldValues>
  facets(
    scope: TenantScope,
    query: EventQuery,
    fields: readonly string[],
    first: number,
  ): Promise<WithStats<EventFacet>[]>
  patterns(scope: TenantScope, query: EventQuery, first: number): Promise<EventPattern[]>
  hits(scope: TenantScope, query: EventQuery, first: number): ReturnType<typeof hitsByTenant>
  /** Undefined when there is no such event for the asker. @throws UserError BAD_USER_INPUT */
  surrounding(
    reference: EventReference,
    around: { before: number; after: number; same: readonly string[] },
  ): Promise<WithStats<Awaited<ReturnType<typeof surroundingEvents>>> | undefined>
  analyse(scope: TenantScope, query: EventQuery, pipes: readonly Pipe[], rows: number): Promise<Analysis>
  /** One look at what arrives. */
  arrivals(look: ReturnType<typeof createArrivals>): Promise<Arrivals>
  /** An address that answers once. @throws UserError BAD_USER_INPUT */
  keepExport(asked: Parameters<typeof keepExport>[1]): ReturnType<typeof keepExport>
  byId(reference: EventReference): Promise<EventParent | undefined>
  /** At once for events whose detections were looked up before. */
  detectionsOf(event: EventParent): DetectionParent[] | Promise<DetectionParent[]>
  /** Events behind an alert. */
  evidenceOf(alert: Alert, page: Page): EventConnectionParent
}

export interface EventDeps {
  records: Records
  store: Store
  rights: Rights
  budget: QueryBudget
}

const MOST_SHARED = 10
/** Nanoseconds; two days. */
const LONG_RANGE = 172_800_000_000_000n
const keyOf = (tenantId: string, eventId: string) => `${tenantId}:${eventId}`
const toPosition = ({ first, after }: Page) => ({
  first,
  after: after && { time: after.time, eventId: after.id },
})

export function createEventService({ records, store, rights, budget }: EventDeps): EventService {
  /** Counts what is sent to the store. */
  function spending<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    budget.spend()
    return ask()
  }

  const events = new DataLoader(
    async (references: readonly EventReference[]) => {
      const scope = rights.scopeOf(references.map(({ tenantId }) => tenantId))
      const keys = references.map(({ id, time }) => ({ eventId: id, time }))
      const found = await spending(() => eventsByIds(store, scope, keys))
      const byKey = new Map(found.map((event) => [keyOf(event.tenantId, event.eventId), event]))
      return references.map(({ tenantId, id }) => byKey.get(keyOf(tenantId, id)))
    },
    { cacheKeyFn: ({ tenantId, id }) => keyOf(tenantId, id) },
  )

  const detected = new Map<string, Detection[]>()
  const keyOfEvent = ({ tenantId, eventId }: EventParent) => keyOf(tenantId, eventId)
  const detections = new DataLoader(
    async (owners: readonly EventParent[]) => {
      const scope = rights.scopeOf(owners.map(({ tenantId }) => tenantId))
      const found = await spending(() => detectionsOfEvents(store, scope, owners))
      for (const owner of owners) detected.set(keyOfEvent(owner), [])
      for (const detection of found)
        detected.get(keyOf(detection.tenantId, detection.eventId))?.push(detection)
      return owners.map((owner) => detected.get(keyOfEvent(owner)) ?? [])
    },
    { cacheKeyFn: keyOfEvent },
  )

  return {
    toQuery: (search, range) => ({ range, search: toSearch(search, 'query') }),
    list: (scope, query, page, parts) => ({
      page: once(async () => {
        const { oldestFirst } = page
        const found = await spending(() =>
          listEvents(store, scope, query, { ...toPosition(page), oldestFirst }, parts),
        )
        // Before the rows are put together: a promise in each would cost more than all that they hold.
        if (parts.detections) await detections.loadMany(found.events)
        return found
      }),
      total: once(() => spending(() => countEvents(store, scope, query))),
      hasPreviousPage: page.after !== undefined,
    }),
    histogram(scope, query, wish) {
      const rollups = query.range.to - query.range.from >= LONG_RANGE
      return spending(() => eventHistogram(store, scope, query, { ...wish, rollups }))
    },
    values: (scope, query, field, first) => spending(() => fieldValues(store, scope, query, field, first)),
    async facets(scope, query, fields, first) {
      const { store: metered, stats } = meteredStore(store, () => budget.spend())
      const facets = await eventFacets(metered, scope, query, fields, first)
      return facets.map((facet) => ({ ...facet, stats: stats() }))
    },
    patterns(scope, query, first) {
      // One counts, the other fetches examples.
      budget.spend()
      return spending(() => eventPatterns(store, scope, query, first))
    },
    hits: (scope, query, first) => spending(() => hitsByTenant(store, scope, query, first)),
    async surrounding(reference, { before, after, same }) {
      if (same.length > MOST_SHARED)
        throw new UserError('BAD_USER_INPUT', `same may name ${MOST_SHARED} fields`)
      const event = rights.membership(reference.tenantId) && (await events.load(reference))
      if (!event) return undefined
      const scope = rights.scopeOf([event.tenantId])
      const { store: metered, stats } = meteredStore(store, () => budget.spend())
      const values = await valuesOfEvent(metered, scope, event, same)
      const shared = same.map((field, index) => ({ field, values: values[index] ?? [] }))
      const missing = shared.find((one) => one.values.length === 0)
      if (missing)
        throw new UserError(
          'BAD_USER_INPUT',
          `same names "${missing.field}", which this event does not have: name fields that it has`,
        )
      const found = await surroundingEvents(metered, scope, { event, before, after, same: shared })
      return { ...found, stats: stats() }
    },
    analyse: (scope, query, pipes, rows) => spending(() => analyseEvents(store, scope, query, pipes, rows)),
    arrivals: (look) => spending(() => look(store, Date.now())),
    keepExport: (asked) => keepExport(records, asked),
    byId: async (reference) => (rights.membership(reference.tenantId) ? events.load(reference) : undefined),
    detectionsOf: (event) => detected.get(keyOfEvent(event)) ?? detections.load(event),
    evidenceOf({ tenantId, alertId, ruleId, entity, backfill, firstSeen, lastSeen, count }, page) {
      const scope = rights.scopeOf([tenantId])
      const range = { from: firstSeen, to: lastSeen + 1n }
      return {
        page: once(() =>
          spending(async () => {
            const payloadIds = await contributingPayloads(records, scope, alertId)
            const evidence = { ruleId, entity, range, backfill, payloadIds }
            return detectionEvents(store, scope, evidence, toPosition(page))
          }),
        ),
        total: async () => count,
        hasPreviousPage: page.after !== undefined,
      }
    },
  }
}
