import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'

export interface OpenAlertCount {
  tenantId: string
  level: Level
  count: number
}

/** Open alerts per tenant and level, those of backfills too; no entry where there is none. */
export function countOpenAlerts(records: Records, scope: TenantScope): Promise<OpenAlertCount[]> {
  return withScope(records, scope, async (tx) => {
    const rows = await tx.alert.groupBy({
      by: ['tenantId', 'level'],
      where: { tenantId: { in: [...scope.tenantIds] }, status: 'open' },
      _count: { _all: true },
      orderBy: [{ tenantId: 'asc' }, { level: 'asc' }],
    })
    return rows.map(({ tenantId, level, _count }) => ({ tenantId, level, count: _count._all }))
  })
}
