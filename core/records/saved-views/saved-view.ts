import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Prisma, SavedView as SavedViewRow } from '../generated/client.ts'

export type SavedViewKind = 'graph' | 'timeline'

/** Where something of a picture was put. */
export interface SavedPlace {
  key: string
  x: number
  y: number
}

/** A graph or a timeline to come back to: what was asked and done, not what was answered. Its places are read apart. */
export interface SavedView {
  tenantId: string
  viewId: string
  kind: SavedViewKind
  name: string
  /** What stands behind `?` in the address of its page. */
  address: string
  /** For everybody of the tenant, else for who saved it. */
  shared: boolean
  /** Person or API token. */
  savedBy: string
  savedAt: Date
  /** Counts changes. */
  version: number
}

/** What of a view can be changed. */
export type ViewContent = Pick<SavedView, 'name' | 'address' | 'shared'> & { places: readonly SavedPlace[] }

export const WITHOUT_PLACES = { places: true } as const

export function toView({ id, ...row }: Omit<SavedViewRow, 'places'>): SavedView {
  return { viewId: id, ...row }
}

export function columnsOf({ name, address, shared, places }: Partial<ViewContent>) {
  return {
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(shared !== undefined && { shared }),
    ...(places && { places: places.map(({ key, x, y }) => ({ key, x, y })) }),
  }
}

/** What was shared within these tenants, and what the asker saved. */
export function seenBy(scope: TenantScope, asker: string): Prisma.SavedViewWhereInput {
  return { tenantId: { in: [...scope.tenantIds] }, OR: [{ shared: true }, { savedBy: asker }] }
}
