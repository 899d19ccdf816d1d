import type { Event } from '#core/event/event'
import type { EventQuery } from '#core/store/event-query'
import { arrivingEvents } from '#core/store/queries/arriving-events'
import { type QueryStats, type Store, untilLeft } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'

/** Payloads are stored a little out of order: one looks back this far for what came late. */
const LOOK_BACK_MS = 15_000
const MOST = 200

/** What came since the last look. */
export interface Arrivals {
  events: Event[]
  more: boolean
  stats: QueryStats
}

/** Follows events as they arrive: each look brings those that the looks before did not, and stops when its reader leaves. */
export function createArrivals(scope: TenantScope, query: EventQuery, start: number, left: AbortSignal) {
  /** Received, by id, of what was brought and may be met again. */
  const brought = new Map<string, number>()

  return async (store: Store, now: number): Promise<Arrivals> => {
    const since = Math.max(start, now - LOOK_BACK_MS)
    for (const [id, received] of brought) if (received < since) brought.delete(id)
    const looked = { since, known: [...brought.keys()], most: MOST }
    const arrivals = await arrivingEvents(untilLeft(store, left), scope, query, looked)
    for (const { eventId, received } of arrivals.events) brought.set(eventId, received)
    return arrivals
  }
}
