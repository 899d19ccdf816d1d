import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'

/** An alert of more payloads shows the evidence of the newest. */
const MOST = 10_000

/** Ids of the payloads that counted towards an alert, the newest first, at most 10,000. */
export function contributingPayloads(
  records: Records,
  scope: TenantScope,
  alertId: string,
): Promise<string[]> {
  return withScope(records, scope, async (tx) => {
    const rows = await tx.alertContribution.findMany({
      where: { tenantId: { in: [...scope.tenantIds] }, alertId },
      // Their ids begin with their time.
      orderBy: { payloadId: 'desc' },
      select: { payloadId: true },
      take: MOST,
    })
    return rows.map(({ payloadId }) => payloadId)
  })
}
