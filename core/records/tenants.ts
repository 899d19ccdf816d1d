import { UserError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { Tenant as TenantRow } from './generated/client.ts'
import { orConflict } from './or-conflict.ts'
import { withClaims, withScope } from './with-scope.ts'

export interface Tenant {
  tenantId: string
  organizationId: string
  slug: string
  name: string
  /** Two letters, for badges. */
  code: string
  /** 0-11. */
  hue: number
  /** For how many days its events are kept and shown; undefined: as the installation says. */
  retentionDays: number | undefined
}

export interface NewTenant {
  organizationId: string
  slug: string
  name: string
  code: string
  hue: number
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/
const UUID_SHAPED = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** @throws UserError BAD_USER_INPUT, CONFLICT */
export function createTenant(records: Records, tenant: NewTenant): Promise<Tenant> {
  // A slug that looks like an id could stand for another tenant where either is accepted.
  if (!SLUG.test(tenant.slug) || UUID_SHAPED.test(tenant.slug)) {
    throw new UserError('BAD_USER_INPUT', 'A slug has lower-case letters, digits and dashes, 63 at most')
  }
  const id = uuidV7(Date.now())
  return withClaims(records, { tenants: id }, async (tx) => {
    const creating = tx.tenant.create({ data: { id, ...tenant } })
    return toTenant(await orConflict(`There is a tenant with the slug ${tenant.slug}`, creating))
  })
}

/** Tenants of an organization, by name: for operators' commands. */
export function listTenants(records: Records, organizationId: string): Promise<Tenant[]> {
  return withClaims(records, { organization: organizationId }, async (tx) =>
    (await tx.tenant.findMany({ where: { organizationId }, orderBy: { name: 'asc' } })).map(toTenant),
  )
}

/** Those of the slugs that exist: for operators' commands. */
export async function tenantsBySlug(records: Records, slugs: readonly string[]): Promise<Tenant[]> {
  const named = slugs.filter((slug) => SLUG.test(slug))
  if (named.length === 0) return []
  return withClaims(records, { slugs: named.join(',') }, async (tx) =>
    (await tx.tenant.findMany({ where: { slug: { in: named } }, orderBy: { name: 'asc' } })).map(toTenant),
  )
}

/** Tenants in scope, by name. */
export function getTenants(records: Records, scope: TenantScope): Promise<Tenant[]> {
  return withScope(records, scope, async (tx) => {
    const where = { id: { in: [...scope.tenantIds] } }
    return (await tx.tenant.findMany({ where, orderBy: { name: 'asc' } })).map(toTenant)
  })
}

/**
 * Says for how many days the tenant's events are kept and shown; null: as the installation says. The caller publishes
 * `sourcesChanged`.
 * @throws UserError NOT_FOUND
 */
export function setTenantRetention(
  records: Records,
  scope: TenantScope,
  { tenantId, retentionDays }: { tenantId: string; retentionDays: number | null },
): Promise<void> {
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    const { count } = await tx.tenant.updateMany({ where: { id: tenantId }, data: { retentionDays } })
    if (count === 0) throw new UserError('NOT_FOUND', 'There is no such tenant')
  })
}

function toTenant({ id, organizationId, slug, name, code, hue, retentionDays }: TenantRow): Tenant {
  return { tenantId: id, organizationId, slug, name, code, hue, retentionDays: retentionDays ?? undefined }
}
