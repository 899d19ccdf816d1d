import type { GraphqlContext } from './graphql-context.ts'
import type { TenantParent } from './tenant/tenant-service.ts'

/** The tenant of a row that was read within the rights of the asker. */
export function tenantOf(
  { tenantId }: { tenantId: string },
  _: unknown,
  { tenants }: GraphqlContext,
): TenantParent {
  const tenant = tenants.byId(tenantId)
  if (!tenant) throw new Error('A row outside of the tenants of its reader')
  return tenant
}
