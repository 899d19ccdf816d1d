import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type DroppedFile, toDroppedFile, WITH_DAYS } from './dropped-file.ts'

/** The newest first. */
export function listDroppedFiles(
  records: Records,
  scope: TenantScope,
  { first, ids }: { first: number; ids?: readonly string[] },
): Promise<DroppedFile[]> {
  return withScope(records, scope, async (tx) => {
    const rows = await tx.droppedFile.findMany({
      where: { tenantId: { in: [...scope.tenantIds] }, ...(ids && { id: { in: [...ids] } }) },
      include: WITH_DAYS,
      orderBy: { id: 'desc' },
      take: first,
    })
    const now = new Date()
    return rows.map((row) => toDroppedFile(row, now))
  })
}
