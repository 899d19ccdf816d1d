import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import {
  type DroppedFile,
  type FileMember,
  type FileProblem,
  toDroppedFile,
  WITH_DAYS,
} from './dropped-file.ts'

interface WhichFile {
  tenantId: string
  fileId: string
  droppedBy: string
}

/** Files whose bytes come late are not waited for. */
const WAIT_MS = 24 * 3600 * 1000

/** @returns the file, which nobody else takes in from now on; undefined when it is not there, somebody else's or was sent before */
export function beginDroppedFile(
  records: Records,
  scope: TenantScope,
  { tenantId, fileId, droppedBy }: WhichFile,
): Promise<DroppedFile | undefined> {
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    const now = new Date()
    const { count } = await tx.droppedFile.updateMany({
      where: {
        ...{ tenantId, id: fileId, droppedBy, state: 'waiting' },
        droppedAt: { gte: new Date(now.getTime() - WAIT_MS) },
      },
      data: { state: 'receiving', touchedAt: now },
    })
    if (count === 0) return undefined
    const row = await tx.droppedFile.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: fileId } },
      include: WITH_DAYS,
    })
    return toDroppedFile(row, now)
  })
}

export interface FileProgress {
  state: 'receiving' | 'read' | 'broken_off'
  received: number
  records: number
  members: readonly FileMember[]
  problems: readonly FileProblem[]
}

/** How far it is: a sign of life, too. */
export async function noteDroppedFile(
  records: Records,
  scope: TenantScope,
  { tenantId, fileId }: { tenantId: string; fileId: string },
  progress: FileProgress,
): Promise<void> {
  const { state, received, records: sealed, members, problems } = progress
  await withScope(records, scope.narrow(tenantId), (tx) =>
    tx.droppedFile.updateMany({
      where: { tenantId, id: fileId },
      data: {
        ...{ state, received: BigInt(received), records: BigInt(sealed) },
        members: members.map((member) => ({ ...member })),
        problems: problems.map((problem) => ({ ...problem })),
        touchedAt: new Date(),
      },
    }),
  )
}
