import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import type { QueryStats, Store } from '../store.ts'

interface Arriving {
  /** In the order of arrival. */
  events: StoredEvent[]
  /** There are others: these are the newest. */
  more: boolean
  stats: QueryStats
}

/**
 * Events that match and were received since, without those that are known. Only parts that are new are read: the
 * partition is by receipt.
 * @param since milliseconds since the epoch
 * @param known ids
 */
export async function arrivingEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { since, known, most }: { since: number; known: readonly string[]; most: number },
): Promise<Arriving> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const sql = `SELECT ${EVENT_SELECT} FROM events
    WHERE ${condition} AND received >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')
      AND event_id NOT IN {known:Array(UUID)}
    ORDER BY received DESC, event_id DESC LIMIT {rows:UInt32}`
  const { rows, stats } = await store.read(scope, {
    sql,
    params: { ...params, since: String(since), known, rows: most + 1 },
    rowsAtOnce,
  })
  return { events: rows.slice(0, most).map(readEvent).reverse(), more: rows.length > most, stats }
}
