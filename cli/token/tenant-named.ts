import { UserError } from '#core/errors'
import type { Records } from '#core/records/create-records'
import { listOrganizations } from '#core/records/organizations'
import { listTenants, type Tenant, tenantsBySlug } from '#core/records/tenants'

/** @throws UserError NOT_FOUND */
export async function tenantNamed(records: Records, slug: string): Promise<Tenant> {
  const [tenant] = await tenantsBySlug(records, [slug])
  if (!tenant) throw new UserError('NOT_FOUND', `There is no tenant '${slug}'`)
  return tenant
}

/** All of them: whoever holds the database's password is the operator. */
export async function allTenants(records: Records): Promise<Tenant[]> {
  const organizations = await listOrganizations(records)
  const lists = await Promise.all(
    organizations.map(({ organizationId }) => listTenants(records, organizationId)),
  )
  return lists.flat()
}
