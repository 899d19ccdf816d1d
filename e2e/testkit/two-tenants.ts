import { createRecords, type Records } from '../../core/records/create-records.ts'
import { createOrganization } from '../../core/records/organizations.ts'
import { createTenant, type Tenant } from '../../core/records/tenants.ts'
import { grantScope, type TenantScope } from '../../core/tenant/grant-scope.ts'
import { freshPostgres } from './fresh-postgres.ts'

interface TwoTenants {
  ownerUrl: string
  appUrl: string
  records: Records
  ours: Tenant
  theirs: Tenant
  ourScope: TenantScope
  theirScope: TenantScope
  bothScope: TenantScope
  close(): Promise<void>
}

/** A database with one organization and two tenants: every read path is tried with the rows of the other. */
export async function twoTenants(): Promise<TwoTenants> {
  const { ownerUrl, appUrl, drop } = await freshPostgres()
  const records = createRecords({ url: appUrl })
  const { organizationId } = await createOrganization(records, 'Harrier Security')
  const [ours, theirs] = await Promise.all([
    createTenant(records, { organizationId, slug: 'ours', name: 'Ours', code: 'OU', hue: 1 }),
    createTenant(records, { organizationId, slug: 'theirs', name: 'Theirs', code: 'TH', hue: 2 }),
  ])
  return {
    ...{ ownerUrl, appUrl, records, ours, theirs },
    ourScope: grantScope([ours.tenantId]),
    theirScope: grantScope([theirs.tenantId]),
    bothScope: grantScope([ours.tenantId, theirs.tenantId]),
    async close() {
      await records.close()
      await drop()
    },
  }
}
