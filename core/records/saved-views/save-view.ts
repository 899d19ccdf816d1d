import { UserError } from '../../errors.ts'
import { uuidV7 } from '../../event/uuid-v7.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { orConflict } from '../or-conflict.ts'
import { type Transaction, withScope } from '../with-scope.ts'
import { columnsOf, type SavedView, seenBy, toView, type ViewContent, WITHOUT_PLACES } from './saved-view.ts'

const MOST_VIEWS = 500

export type NewView = ViewContent & Pick<SavedView, 'tenantId' | 'kind' | 'savedBy'>

interface Changer {
  viewId: string
  /** Person or API token. */
  by: string
  /** Of the tenant: changes what others shared. */
  isAdmin: boolean
}

const taken = (name: string | undefined) =>
  `There is one called ${name} already: change that one, or choose another name`

/** @throws UserError CONFLICT for a name that she used already, BAD_USER_INPUT when the tenant has too many */
export function saveView(records: Records, scope: TenantScope, view: NewView): Promise<SavedView> {
  const { tenantId, kind, savedBy, name, address, shared } = view
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    if ((await tx.savedView.count({ where: { tenantId } })) >= MOST_VIEWS)
      throw new UserError('BAD_USER_INPUT', `The tenant has ${MOST_VIEWS} saved views: forget some first`)
    const now = new Date()
    const data = {
      ...{ tenantId, id: uuidV7(now.getTime()), kind, savedBy, savedAt: now },
      ...{ ...columnsOf(view), name, address, shared },
    }
    return toView(await orConflict(taken(name), tx.savedView.create({ data, omit: WITHOUT_PLACES })))
  })
}

/** @throws UserError NOT_FOUND, FORBIDDEN; CONFLICT when it was changed meanwhile, or has the name of another */
export function changeView(
  records: Records,
  scope: TenantScope,
  { version, content, ...changer }: Changer & { version: number; content: Partial<ViewContent> },
): Promise<SavedView> {
  return withScope(records, scope, async (tx) => {
    const { tenantId, id } = await ownRow(tx, scope, changer)
    const data = { ...columnsOf(content), savedAt: new Date(), version: { increment: 1 } }
    const changing = tx.savedView.updateMany({ where: { tenantId, id, version }, data })
    const { count } = await orConflict(taken(content.name), changing)
    if (count === 0)
      throw new UserError(
        'CONFLICT',
        'It was changed meanwhile: open it again, or save it under another name',
      )
    return toView(
      await tx.savedView.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id } },
        omit: WITHOUT_PLACES,
      }),
    )
  })
}

/** @throws UserError NOT_FOUND, FORBIDDEN */
export function forgetView(records: Records, scope: TenantScope, changer: Changer): Promise<void> {
  return withScope(records, scope, async (tx) => {
    const { tenantId, id } = await ownRow(tx, scope, changer)
    await tx.savedView.deleteMany({ where: { tenantId, id } })
  })
}

async function ownRow(tx: Transaction, scope: TenantScope, { viewId, by, isAdmin }: Changer) {
  const where = { ...seenBy(scope, by), id: viewId }
  const row = await tx.savedView.findFirst({ where, select: { tenantId: true, id: true, savedBy: true } })
  if (!row) throw new UserError('NOT_FOUND', 'There is no such saved view')
  if (row.savedBy !== by && !isAdmin)
    throw new UserError(
      'FORBIDDEN',
      'Somebody else saved it: save it as yours, or ask her or an admin of the tenant',
    )
  return row
}
