import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import type { Store } from '../store.ts'

export async function countEvents(store: Store, scope: TenantScope, query: EventQuery): Promise<bigint> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const sql = `SELECT count() FROM events WHERE ${condition}`
  const { rows } = await store.read(scope, { sql, params, rowsAtOnce })
  return BigInt(String(rows[0]?.[0] ?? 0))
}
