import { randomBytes } from 'node:crypto'
import { createRecords, type Records } from '#core/records/create-records'
import { createIngestToken } from '#core/records/ingest-tokens'
import { createOrganization, listOrganizations } from '#core/records/organizations'
import { ensureSource, listSyslogSources, setSyslogPort } from '#core/records/sources'
import { createTenant, listTenants } from '#core/records/tenants'
import { grantScope } from '#core/tenant/grant-scope'
import { choosePort } from './choose-port.ts'
import { type Credentials, keepCredentials, readCredentials } from './credentials.ts'
import { invitePeople } from './invite-people.ts'
import type { OrganizationPlan } from './organization-plan.ts'

interface Founding {
  credentialsFile: string
  postgresUrl: string
  /** Where syslog doors listen. */
  host: string
  plan: OrganizationPlan
}

const FIRST_SYSLOG_PORT = 5514

/**
 * First start: the organization, its tenants, people, sources and tokens. What is there already is left as it is, so that a
 * start cut short is taken up again.
 */
export async function foundOrganization(founding: Founding): Promise<Credentials> {
  const { credentialsFile: file, plan, postgresUrl } = founding
  const kept = readCredentials(file)
  if (kept?.complete) return kept
  const credentials = kept ?? newCredentials(plan)
  keepCredentials(file, credentials)
  const records = createRecords({ url: postgresUrl, maxConnections: 2 })
  try {
    const tenantIds = await foundTenants(records, plan)
    await invitePeople(records, plan, credentials, tenantIds)
    const ports = new Set((await listSyslogSources(records)).map(({ port }) => port))
    for (const source of plan.sources) {
      const tenantId = tenantIds.get(source.tenant)
      if (tenantId) await openSource(records, { ...source, tenantId }, founding, credentials, ports)
    }
  } finally {
    await records.close()
  }
  credentials.complete = true
  keepCredentials(file, credentials)
  return credentials
}

function newCredentials(plan: OrganizationPlan): Credentials {
  return {
    organization: plan.name,
    people: plan.people.map(({ email, role, tenants }) => ({
      email,
      password: randomBytes(12).toString('base64url'),
      may: `${role} of ${tenants.join(', ')}`,
    })),
    ingestTokens: {},
    fed: [],
    complete: false,
  }
}

/** @returns tenant ids by slug */
async function foundTenants(records: Records, plan: OrganizationPlan): Promise<Map<string, string>> {
  const organizations = await listOrganizations(records)
  const { organizationId } =
    organizations.find(({ name }) => name === plan.name) ?? (await createOrganization(records, plan.name))
  const existing = await listTenants(records, organizationId)
  const tenantIds = new Map(existing.map(({ slug, tenantId }) => [slug, tenantId]))
  for (const tenant of plan.tenants) {
    if (tenantIds.has(tenant.slug)) continue
    tenantIds.set(tenant.slug, (await createTenant(records, { organizationId, ...tenant })).tenantId)
  }
  return tenantIds
}

type SourceOfTenant = OrganizationPlan['sources'][number] & { tenantId: string }

async function openSource(
  records: Records,
  { tenantId, tenant, source: name, site, format, syslog }: SourceOfTenant,
  { credentialsFile, host }: Founding,
  credentials: Credentials,
  ports: Set<number>,
): Promise<void> {
  const scope = grantScope([tenantId])
  const { sourceId, syslogPort } = await ensureSource(records, scope, { tenantId, name, site, format })
  if (syslog && syslogPort === undefined) {
    const port = await choosePort(host, FIRST_SYSLOG_PORT, { taken: ports })
    await setSyslogPort(records, scope, { sourceId, port })
  }
  const key = `${tenant}/${name}`
  if (credentials.ingestTokens[key]) return
  const { secret } = await createIngestToken(records, scope, { tenantId, sourceId, name: 'first start' })
  credentials.ingestTokens[key] = secret
  keepCredentials(credentialsFile, credentials)
}
