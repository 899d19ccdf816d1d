import type { RetentionLimits } from '../store/retention-limits.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import { type Transaction, withScope } from './with-scope.ts'

/** What each tenant in scope, and its sources, say of how long rows are shown. */
export function retentionLimits(records: Records, scope: TenantScope): Promise<RetentionLimits[]> {
  return withScope(records, scope, (tx) => readLimits(tx, scope))
}

/** The same within a transaction of that scope. */
export async function readLimits(tx: Transaction, scope: TenantScope): Promise<RetentionLimits[]> {
  const rows = await tx.tenant.findMany({
    where: { id: { in: [...scope.tenantIds] } },
    select: {
      ...{ id: true, retentionDays: true },
      sources: { where: { retentionDays: { not: null } }, select: { id: true, retentionDays: true } },
    },
  })
  return rows.map(({ id, retentionDays, sources }) => ({
    tenantId: id,
    days: retentionDays ?? undefined,
    sources: sources.flatMap((source) =>
      source.retentionDays === null ? [] : { sourceId: source.id, days: source.retentionDays },
    ),
  }))
}
