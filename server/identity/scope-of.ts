import { grantScope } from '#core/tenant/grant-scope'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { Session } from './session.ts'

/**
 * The key to these tenants, for somebody who belongs to each of them.
 * @throws RangeError when one of them is not hers, or there is none
 */
export function scopeOf(
  { memberships }: Pick<Session, 'memberships'>,
  tenantIds: readonly string[],
): TenantScope {
  const own = new Set(memberships.map(({ tenantId }) => tenantId))
  if (tenantIds.length === 0 || !tenantIds.every((tenantId) => own.has(tenantId)))
    throw new RangeError('Tenant outside of the session')
  return grantScope(tenantIds)
}
