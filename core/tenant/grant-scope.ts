import { z } from 'zod'

const tenantIdsSchema = z.array(z.uuid()).nonempty()

/**
 * The only key to tenant-owned rows: which tenants a piece of code may touch, never empty.
 * Every read path takes a scope and binds it into its statement.
 */
class TenantScope {
  readonly #tenantIds: readonly string[]

  constructor(tenantIds: readonly string[]) {
    this.#tenantIds = Object.freeze([...new Set(tenantIds)].sort())
  }

  get tenantIds(): readonly string[] {
    return this.#tenantIds
  }

  includes(tenantId: string): boolean {
    return this.#tenantIds.includes(tenantId)
  }

  /** The same right, one tenant. @throws RangeError when the tenant is outside of it */
  narrow(tenantId: string): TenantScope {
    if (!this.includes(tenantId)) throw new RangeError('Tenant outside of the scope')
    return new TenantScope([tenantId])
  }
}

export type { TenantScope }

/**
 * Grants a scope. Called where a right was just proved: a token, a session's memberships, a sealed payload,
 * an operator's command.
 * @throws ZodError when there is no tenant or an id is not a UUID
 */
export function grantScope(tenantIds: readonly string[]): TenantScope {
  return new TenantScope(tenantIdsSchema.parse(tenantIds))
}
