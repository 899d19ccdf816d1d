import type { Detection } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { DETECTION_SELECT, readDetection } from '../read-detection.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

export async function detectionsOfEvents(
  store: Store,
  scope: TenantScope,
  eventIds: readonly string[],
): Promise<Detection[]> {
  if (eventIds.length === 0) return []
  const sql = `SELECT ${DETECTION_SELECT} FROM detections WHERE ${IN_SCOPE} AND event_id IN {events:Array(UUID)}
    ORDER BY event_time DESC, detection_id`
  const { rows } = await store.read(scope, { sql, params: { events: eventIds } })
  return rows.map(readDetection)
}
