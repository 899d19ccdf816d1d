import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, toAlert } from './alert.ts'

interface About {
  tenantId: string
  /** As alerts call it. */
  kind: string
  value: string
}

/** Alerts about any of the entities that were seen in a range, the last seen first. */
export function alertsAbout(
  records: Records,
  scope: TenantScope,
  entities: readonly About[],
  { from, to }: { from: bigint; to: bigint },
  first: number,
): Promise<Alert[]> {
  if (entities.length === 0) return Promise.resolve([])
  const about = [...new Set(entities.map(({ tenantId, kind }) => `${tenantId} ${kind}`))].map((key) => {
    const [tenantId = '', kind = ''] = key.split(' ')
    const own = entities.filter((entity) => entity.tenantId === tenantId && entity.kind === kind)
    return { tenantId, entityKind: kind, entityValue: { in: own.map(({ value }) => value) } }
  })
  const where = {
    tenantId: { in: [...scope.tenantIds] },
    lastSeen: { gte: from },
    firstSeen: { lt: to },
    OR: about,
  }
  return withScope(records, scope, async (tx) => {
    const rows = await tx.alert.findMany({
      where,
      orderBy: [{ lastSeen: 'desc' }, { id: 'desc' }],
      take: first,
    })
    return rows.map(toAlert)
  })
}
