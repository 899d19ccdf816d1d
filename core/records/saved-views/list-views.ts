import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import {
  type SavedPlace,
  type SavedView,
  type SavedViewKind,
  seenBy,
  toView,
  WITHOUT_PLACES,
} from './saved-view.ts'

interface OneView {
  viewId: string
  /** Person or API token. */
  asker: string
}

/** Those of the tenants that the asker may see, by name. */
export function listViews(
  records: Records,
  scope: TenantScope,
  { kind, asker }: { kind: SavedViewKind; asker: string },
): Promise<SavedView[]> {
  return withScope(records, scope, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: { ...seenBy(scope, asker), kind },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      omit: WITHOUT_PLACES,
    })
    return rows.map(toView)
  })
}

export function getView(
  records: Records,
  scope: TenantScope,
  { viewId, asker }: OneView,
): Promise<SavedView | undefined> {
  return withScope(records, scope, async (tx) => {
    const where = { ...seenBy(scope, asker), id: viewId }
    const row = await tx.savedView.findFirst({ where, omit: WITHOUT_PLACES })
    return row ? toView(row) : undefined
  })
}

/** Empty where there is no such view for the asker. */
export function placesOfView(
  records: Records,
  scope: TenantScope,
  { viewId, asker }: OneView,
): Promise<readonly SavedPlace[]> {
  return withScope(records, scope, async (tx) => {
    const where = { ...seenBy(scope, asker), id: viewId }
    const row = await tx.savedView.findFirst({ where, select: { places: true } })
    // Written by `columnsOf` alone.
    return (row?.places ?? []) as unknown as SavedPlace[]
  })
}
