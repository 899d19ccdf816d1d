import type { Detection } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { DETECTION_SELECT, readDetection } from '../read-detection.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

export async function detectionsOfPayload(
  store: Store,
  scope: TenantScope,
  payloadId: string,
): Promise<Detection[]> {
  const sql = `SELECT ${DETECTION_SELECT} FROM detections WHERE ${IN_SCOPE} AND payload_id = {payload:UUID}
    ORDER BY event_time, detection_id`
  const { rows } = await store.read(scope, { sql, params: { payload: payloadId }, asker: 'worker' })
  return rows.map(readDetection)
}
