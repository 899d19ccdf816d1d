import type { TenantScope } from '#core/tenant/tenant-scope'
import type { Rights } from '../graphql/rights.ts'

/** The key to a tenant for who may send files there. Without that right a file looks like one that does not exist. */
export function scopeToDrop(rights: Rights, tenantId: string): TenantScope | undefined {
  const role = rights.membership(tenantId)?.role
  return role === 'analyst' || role === 'admin' ? rights.scopeOf([tenantId]) : undefined
}
