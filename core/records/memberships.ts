import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import { withScope } from './with-scope.ts'

export const ROLES = ['admin', 'analyst', 'reader'] as const

/** `admin` everything in the tenant, `analyst` works alerts, `reader` changes nothing. */
export type Role = (typeof ROLES)[number]

/** A tenant and what somebody may do in it. */
export interface Membership {
  tenantId: string
  slug: string
  name: string
  code: string
  hue: number
  role: Role
  /** Name of the MSSP. */
  organization: string
}

/** Makes a person a member, or changes the role she has. */
export function createMembership(
  records: Records,
  scope: TenantScope,
  { tenantId, userId, role }: { tenantId: string; userId: string; role: Role },
): Promise<void> {
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    await tx.membership.upsert({
      where: { tenantId_userId: { tenantId, userId } },
      create: { tenantId, userId, role },
      update: { role },
    })
  })
}
