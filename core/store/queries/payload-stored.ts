import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/**
 * How many rows of a payload are there already. A retry later than the deduplication window asks first: then the
 * token alone would let the rows in twice.
 */
export async function payloadStored(
  store: Store,
  scope: TenantScope,
  payloadId: string,
): Promise<{ events: number; detections: number }> {
  const count = (table: string) =>
    `(SELECT count() FROM ${table} WHERE ${IN_SCOPE} AND payload_id = {payload:UUID})`
  const sql = `SELECT ${count('events')}, ${count('detections')}`
  const { rows } = await store.read(scope, { sql, params: { payload: payloadId }, asker: 'worker' })
  const [events, detections] = rows[0] ?? []
  return { events: Number(events), detections: Number(detections) }
}
