import { z } from 'zod'
import type { Records } from '#core/records/create-records'
import { getView, listViews, placesOfView } from '#core/records/saved-views/list-views'
import { changeView, forgetView, type NewView, saveView } from '#core/records/saved-views/save-view'
import type { SavedPlace, SavedView, SavedViewKind, ViewContent } from '#core/records/saved-views/saved-view'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { decodeGlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import { readInput } from '../read-input.ts'
import type { Rights } from '../rights.ts'

export type SavedViewParent = SavedView

const coordinate = z.number().min(-1e7).max(1e7)
const contentSchema = z.object({
  name: z.string().trim().min(1).max(100),
  address: z.string().max(16_000),
  places: z.array(z.object({ key: z.string().min(1).max(2_000), x: coordinate, y: coordinate })).max(2_000),
  shared: z.boolean(),
})

export interface SavedViewService {
  list(scope: TenantScope, kind: SavedViewKind): Promise<SavedViewParent[]>
  byId(reference: { tenantId: string; id: string }): Promise<SavedViewParent | undefined>
  placesOf(view: SavedViewParent): Promise<readonly SavedPlace[]>
  isMine(view: SavedViewParent): boolean
  canChange(view: SavedViewParent): boolean
  /** @throws UserError */
  save(view: Omit<NewView, 'savedBy'>): Promise<{ savedView: SavedViewParent }>
  /** @throws UserError */
  change(asked: {
    id: string
    version: number
    content: Partial<ViewContent>
  }): Promise<{ savedView: SavedViewParent }>
  /** @throws UserError */
  forget(id: string): Promise<{ forgottenId: string }>
}

interface SavedViewDeps {
  records: Records
  rights: Rights
  budget: QueryBudget
  /** Person or API token; what is not shared is for her alone. */
  asker: string | undefined
}

export function createSavedViewService({
  records,
  rights,
  budget,
  asker = '',
}: SavedViewDeps): SavedViewService {
  const isMine = ({ savedBy }: SavedViewParent) => savedBy === asker
  const isAdmin = (tenantId: string) => rights.membership(tenantId)?.role === 'admin'

  /** @throws UserError NOT_FOUND, FORBIDDEN */
  function changing(id: string) {
    const reference = decodeGlobalId(id)
    const known = reference?.type === 'SavedView' ? reference : undefined
    const tenantId = known?.tenantId ?? ''
    const scope = rights.require(tenantId, 'analyst')
    budget.spend()
    return { scope, changer: { viewId: known?.id ?? '', by: asker, isAdmin: isAdmin(tenantId) } }
  }

  return {
    async list(scope, kind) {
      budget.spend()
      return listViews(records, scope, { kind, asker })
    },
    async byId({ tenantId, id }) {
      if (!rights.membership(tenantId)) return undefined
      budget.spend()
      return getView(records, rights.scopeOf([tenantId]), { viewId: id, asker })
    },
    async placesOf({ tenantId, viewId }) {
      budget.spend()
      return placesOfView(records, rights.scopeOf([tenantId]), { viewId, asker })
    },
    isMine,
    canChange(view) {
      const role = rights.membership(view.tenantId)?.role
      return role === 'admin' || (role === 'analyst' && isMine(view))
    },
    async save({ tenantId, kind, ...content }) {
      const scope = rights.require(tenantId, 'analyst')
      budget.spend()
      const read = readInput(contentSchema, content)
      return { savedView: await saveView(records, scope, { tenantId, kind, savedBy: asker, ...read }) }
    },
    async change({ id, version, content }) {
      const { scope, changer } = changing(id)
      const { name, address, places, shared } = readInput(contentSchema.partial(), content)
      const changed = {
        ...(name !== undefined && { name }),
        ...(address !== undefined && { address }),
        ...(places !== undefined && { places }),
        ...(shared !== undefined && { shared }),
      }
      return { savedView: await changeView(records, scope, { ...changer, version, content: changed }) }
    },
    async forget(id) {
      const { scope, changer } = changing(id)
      await forgetView(records, scope, changer)
      return { forgottenId: id }
    },
  }
}
