import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { LANES, type LaneKind } from '../lane.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import type { QueryStats, Store } from '../store.ts'

interface TimelineEvents {
  /** By time, each with the key of its lane. */
  events: { lane: string; event: StoredEvent }[]
  stats: QueryStats
}

/** Events one by one, for a timeline of few. */
export async function timelineEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { by, most }: { by: LaneKind; most: number },
): Promise<TimelineEvents> {
  const { condition, params } = eventWhere(query)
  const sql = `SELECT toString(${LANES[by].key}), ${EVENT_SELECT} FROM events WHERE ${condition}
    ORDER BY event_time, event_id LIMIT {most:UInt32}`
  const { rows, stats } = await store.read(scope, { sql, params: { ...params, ...LANES[by].params, most } })
  return { events: rows.map(([lane, ...row]) => ({ lane: String(lane), event: readEvent(row) })), stats }
}
