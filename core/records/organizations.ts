import { uuidV7 } from '../event/uuid-v7.ts'
import type { Records } from './create-records.ts'
import { orConflict } from './or-conflict.ts'
import { withoutTenant } from './with-scope.ts'

/** The MSSP. */
export interface Organization {
  organizationId: string
  name: string
}

/** @throws UserError CONFLICT when the name is taken */
export function createOrganization(records: Records, name: string): Promise<Organization> {
  return withoutTenant(records, async (tx) => {
    const data = { id: uuidV7(Date.now()), name }
    await orConflict(`There is an organization named ${name}`, tx.organization.create({ data }))
    return { organizationId: data.id, name }
  })
}

/** By age. */
export function listOrganizations(records: Records): Promise<Organization[]> {
  return withoutTenant(records, async (tx) => {
    const rows = await tx.organization.findMany({ orderBy: { id: 'asc' } })
    return rows.map(({ id, name }) => ({ organizationId: id, name }))
  })
}
