import { UserError } from '../../errors.ts'
import { uuidV7 } from '../../event/uuid-v7.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { type Transaction, withScope } from '../with-scope.ts'
import { type DroppedFile, SCRATCH_DAYS, toDroppedFile, WITH_DAYS } from './dropped-file.ts'

const DAY_MS = 86_400_000
export const MOST_FILES = 1_000

interface NewFile {
  tenantId: string
  name: string
  bytes: number
  droppedBy: string
}

/**
 * A file that is about to be sent, and a source of its own for what is in it. Files whose events are gone by now go too.
 * @throws UserError BAD_USER_INPUT when the tenant has too many
 */
export function addDroppedFile(records: Records, scope: TenantScope, file: NewFile): Promise<DroppedFile> {
  const { tenantId, name } = file
  const now = new Date()
  const id = uuidV7(now.getTime())
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    await forgetOld(tx, tenantId, now)
    if ((await tx.droppedFile.count({ where: { tenantId } })) >= MOST_FILES)
      throw new UserError(
        'BAD_USER_INPUT',
        `The tenant has ${MOST_FILES} dropped files: each goes ${SCRATCH_DAYS} days after it came`,
      )
    const tenant = await tx.tenant.findUniqueOrThrow({
      where: { id: tenantId },
      select: { retentionDays: true },
    })
    const retentionDays = Math.min(SCRATCH_DAYS, tenant.retentionDays ?? SCRATCH_DAYS)
    // The end of the id keeps files of one name apart.
    await tx.source.create({ data: { tenantId, id, name: `${name} (file ${id.slice(-8)})`, retentionDays } })
    const row = await tx.droppedFile.create({
      data: { ...file, id, bytes: BigInt(file.bytes), droppedAt: now, touchedAt: now },
      include: WITH_DAYS,
    })
    return toDroppedFile(row, now)
  })
}

/** The row of the file goes with its source. */
async function forgetOld(tx: Transaction, tenantId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - (SCRATCH_DAYS + 1) * DAY_MS)
  await tx.source.deleteMany({
    where: { tenantId, droppedFile: { droppedAt: { lt: before } }, ingestTokens: { none: {} } },
  })
}
