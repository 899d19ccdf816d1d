import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import type { AlertFilter } from './alert-filter.ts'
import { alertsWhere } from './alerts-where.ts'

/** From the first to behind the last time of the alerts; undefined where there is none. Nanoseconds. */
export function alertExtent(
  records: Records,
  scope: TenantScope,
  filter: AlertFilter,
): Promise<{ from: bigint; to: bigint } | undefined> {
  return withScope(records, scope, async (tx) => {
    const [row] = await tx.$queryRaw<{ from: bigint | null; to: bigint | null }[]>`
      SELECT min(first_seen) AS "from", max(last_seen) AS "to" FROM alerts WHERE ${alertsWhere(scope, filter)}`
    return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to + 1n } : undefined
  })
}
