import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Payloads with detections that raise alerts, received at a moment or later. Milliseconds since the epoch. */
export async function payloadsDetectedSince(
  store: Store,
  scope: TenantScope,
  received: number,
): Promise<{ tenantId: string; payloadId: string }[]> {
  const sql = `SELECT DISTINCT tenant_id, payload_id FROM detections
    WHERE ${IN_SCOPE} AND received >= fromUnixTimestamp64Milli({received:Int64}, 'UTC') AND NOT shadow`
  const { rows } = await store.read(scope, { sql, params: { received }, asker: 'worker' })
  return rows.map(([tenantId, payloadId]) => ({ tenantId: String(tenantId), payloadId: String(payloadId) }))
}
