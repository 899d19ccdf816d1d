import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, toAlert } from './alert.ts'

export async function getAlert(
  records: Records,
  scope: TenantScope,
  alertId: string,
): Promise<Alert | undefined> {
  const [alert] = await getAlerts(records, scope, [alertId])
  return alert
}

/** Those of the ids that exist in scope, in no order. */
export function getAlerts(records: Records, scope: TenantScope, ids: readonly string[]): Promise<Alert[]> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: { in: [...ids] } }
    return (await tx.alert.findMany({ where })).map(toAlert)
  })
}
