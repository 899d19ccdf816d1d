import type { Detection } from '../../event/detection.ts'
import type { Event } from '../../event/event.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams } from '../event-query.ts'
import { DETECTION_SELECT, readDetection } from '../read-detection.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Newest first. */
export async function detectionsOfEvents(
  store: Store,
  scope: TenantScope,
  events: readonly Pick<Event, 'eventId' | 'time'>[],
): Promise<Detection[]> {
  const times = events.map(({ time }) => time).sort((one, other) => (one < other ? -1 : 1))
  const [from] = times
  const last = times.at(-1)
  if (from === undefined || last === undefined) return []
  // Detections are in the order of their events' times: without the range all of a tenant's would be looked at.
  const sql = `SELECT ${DETECTION_SELECT} FROM detections
    WHERE ${IN_SCOPE} AND ${IN_RANGE} AND event_id IN {ids:Array(UUID)} ORDER BY event_time DESC, detection_id`
  const params = { ...rangeParams({ from, to: last + 1n }), ids: events.map(({ eventId }) => eventId) }
  const { rows } = await store.read(scope, { sql, params })
  return rows.map(readDetection)
}
