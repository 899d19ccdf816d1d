import type { ViewerTenant } from '../../graphql/read-viewer.ts'

/** Whether the viewer may keep things of a tenant: readers change nothing. */
export function mayKeep(tenants: readonly Pick<ViewerTenant, 'slug' | 'role'>[], slug: string): boolean {
  return tenants.some((one) => one.slug === slug && one.role !== 'reader')
}
