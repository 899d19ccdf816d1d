import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import type { Alert } from '#core/records/alerts/alert'
import type { EventHistogram } from '#core/store/queries/event-histogram'
import type { EventQuery } from '#core/store/queries/event-query'
import type { FieldValueCount } from '#core/store/queries/field-values'
import type { QueryStats, Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { Page } from '../page-of.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'

export type EventParent = Event
export type DetectionParent = Detection

interface EventPage {
  events: readonly EventParent[]
  hasNextPage: boolean
  stats: QueryStats
}

/** A page of events; what is asked for is fetched when it is asked for. */
export interface EventConnectionParent {
  page(): Promise<EventPage>
  total(): Promise<bigint | number>
  hasPreviousPage: boolean
}

interface EventReference {
  tenantId: string
  id: string
  /** Nanoseconds since the epoch. */
  time: bigint
}

export interface EventService {
  list(scope: TenantScope, query: EventQuery, page: Page): EventConnectionParent
  histogram(scope: TenantScope, query: EventQuery, buckets: number): Promise<EventHistogram>
  values(scope: TenantScope, query: EventQuery, field: string, first: number): Promise<FieldValueCount[]>
  byId(reference: EventReference): Promise<EventParent | undefined>
  detectionsOf(event: Pick<EventParent, 'tenantId' | 'eventId' | 'time'>): Promise<readonly DetectionParent[]>
  evidenceOf(alert: Alert, page: Page): EventConnectionParent
}

export interface EventDeps {
  store: Store
  rights: Rights
  budget: QueryBudget
}

const _keyOf = ({ tenantId, id }: EventReference) => `${tenantId}:${id}`
