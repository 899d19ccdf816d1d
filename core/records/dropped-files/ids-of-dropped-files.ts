import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'

/** Those of the sources that hold what was in a dropped file. */
export function idsOfDroppedFiles(
  records: Records,
  scope: TenantScope,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: { in: [...sourceIds] } }
    return new Set((await tx.droppedFile.findMany({ where, select: { id: true } })).map(({ id }) => id))
  })
}
