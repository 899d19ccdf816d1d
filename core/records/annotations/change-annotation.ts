import { UserError } from '../../errors.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { type Transaction, withScope } from '../with-scope.ts'
import { type Annotation, toAnnotation } from './annotation.ts'

/** Who asks: people change what is theirs, an admin of the tenant all of it. */
export interface Changer {
  /** Person or API token. */
  by: string
  isAdmin: boolean
}

/** @throws UserError NOT_FOUND; FORBIDDEN for what others wrote; BAD_USER_INPUT for a pin or a tag */
export function changeNote(
  records: Records,
  scope: TenantScope,
  { annotationId, text, ...changer }: Changer & { annotationId: string; text: string },
): Promise<Annotation> {
  return withScope(records, scope, async (tx) => {
    const row = await ownRow(tx, scope, annotationId, changer)
    if (row.kind !== 'note')
      throw new UserError('BAD_USER_INPUT', 'Only notes have words to change: remove it, and make another')
    const { tenantId, id } = row
    const data = { text, changedBy: changer.by, changedAt: new Date() }
    return toAnnotation(await tx.eventAnnotation.update({ where: { tenantId_id: { tenantId, id } }, data }))
  })
}

/** @throws UserError NOT_FOUND; FORBIDDEN for what others made */
export function removeAnnotation(
  records: Records,
  scope: TenantScope,
  { annotationId, ...changer }: Changer & { annotationId: string },
): Promise<Annotation> {
  return withScope(records, scope, async (tx) => {
    const row = await ownRow(tx, scope, annotationId, changer)
    await tx.eventAnnotation.deleteMany({ where: { tenantId: row.tenantId, id: row.id } })
    return toAnnotation(row)
  })
}

async function ownRow(tx: Transaction, scope: TenantScope, id: string, { by, isAdmin }: Changer) {
  const row = await tx.eventAnnotation.findFirst({ where: { tenantId: { in: [...scope.tenantIds] }, id } })
  if (!row) throw new UserError('NOT_FOUND', 'There is no such pin, tag or note')
  if (row.madeBy !== by && !isAdmin)
    throw new UserError('FORBIDDEN', 'Somebody else made it: she or an admin of the tenant may change it')
  return row
}
