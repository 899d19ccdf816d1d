import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import { sqlTime } from '../sql-time.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** In no order, and without those that are not there; the time leads to the rows. */
export async function eventsByIds(
  store: Store,
  scope: TenantScope,
  keys: readonly { eventId: string; time: bigint }[],
): Promise<StoredEvent[]> {
  if (keys.length === 0) return []
  const sql = `SELECT ${EVENT_SELECT} FROM events WHERE ${IN_SCOPE}
    AND event_time IN (SELECT fromUnixTimestamp64Nano(arrayJoin({times:Array(Int64)}), 'UTC'))
    AND event_id IN {ids:Array(UUID)}`
  const times = [...new Set(keys.map(({ time }) => sqlTime(time)))]
  const { rows } = await store.read(scope, {
    sql,
    params: { times, ids: keys.map(({ eventId }) => eventId) },
  })
  return rows.map(readEvent)
}
