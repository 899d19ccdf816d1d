import { UserError } from '#core/errors'
import { type Membership, ROLES, type Role } from '#core/records/memberships'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { scopeOf } from '../identity/scope-of.ts'
import type { Session } from '../identity/session.ts'

/** What the asker may do. A tenant that is not hers and one that does not exist look the same from here. */
export interface Rights {
  /** By name of the tenant. */
  memberships: readonly Membership[]
  membership(tenantId: string): Membership | undefined
  /** The key to tenants that are hers. @throws RangeError when one is not */
  scopeOf(tenantIds: readonly string[]): TenantScope
  /** The key to one tenant. @throws UserError NOT_FOUND outside of her tenants, FORBIDDEN below the role */
  require(tenantId: string, role: Role): TenantScope
}

export function createRights(session: Session | undefined): Rights {
  const memberships = session?.memberships ?? []
  const byId = new Map(memberships.map((membership) => [membership.tenantId, membership]))
  return {
    memberships,
    membership: (tenantId) => byId.get(tenantId),
    scopeOf: (tenantIds) => scopeOf({ memberships }, tenantIds),
    require(tenantId, role) {
      const held = byId.get(tenantId)?.role
      if (!held) throw new UserError('NOT_FOUND', 'There is no such thing here')
      if (ROLES.indexOf(held) > ROLES.indexOf(role))
        throw new UserError('FORBIDDEN', `This takes the role ${role}; yours is ${held}`)
      return scopeOf({ memberships }, [tenantId])
    },
  }
}
