import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Milliseconds since the epoch at which the newest stored event of each tenant was taken; tenants without are left out. */
export async function newestReceived(store: Store, scope: TenantScope): Promise<Map<string, number>> {
  const sql = `SELECT tenant_id, toUnixTimestamp64Milli(max(received)) FROM events WHERE ${IN_SCOPE} GROUP BY tenant_id`
  const { rows } = await store.read(scope, { sql })
  return new Map(rows.map(([tenantId, received]) => [String(tenantId), Number(received)]))
}
