import { randomBytes } from 'node:crypto'
import { UserError } from '#core/errors'
import { createRecords, type Records } from '#core/records/create-records'
import { createMembership } from '#core/records/memberships'
import { createOrganization, listOrganizations } from '#core/records/organizations'
import { findPersonByEmail } from '#core/records/people'
import { createTenant } from '#core/records/tenants'
import { grantScope } from '#core/tenant/grant-scope'
import { createPerson } from '../server/identity/create-person.ts'
import { readOperatorConfig } from './operator-config.ts'
import { parseFlags } from './parse-flags.ts'
import { tenantRetention } from './tenant/tenant-retention.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar tenant create --organization NAME --slug SLUG --name NAME --admin EMAIL [OPTIONS]
       nightjar tenant retention --tenant SLUG [--source NAME] --days N|default

create makes a tenant and its first admin: the way into a new installation. The organization (the MSSP) is
made where there is none of that name; a person who has an account already becomes admin with it.
Works on the database itself: that of the nightjar up that runs in NIGHTJAR_HOME, or of
NIGHTJAR_POSTGRES_URL. Prints one line of JSON; the password of a
new person is shown once and never again.

  --code XX     two letters for the badge (default: the first two of the slug)
  --hue N       its colour, 0-11 (default 0)

retention says for how many days events of the tenant, or of one of its sources, are shown after
they were received; 'default' leaves it to the installation, for a source to the tenant.
`

const FLAGS = {
  organization: { type: 'string' },
  slug: { type: 'string' },
  name: { type: 'string' },
  admin: { type: 'string' },
  code: { type: 'string' },
  hue: { type: 'string', default: '0' },
} as const

export const tenantVerb: Verb = async (args, io) => {
  const [verb = '', ...rest] = args
  const asksForHelp = rest.includes('--help') || rest.includes('-h')
  if (verb === 'retention' && !asksForHelp) return tenantRetention(rest, io)
  const flags = parseFlags(verb === 'create' ? rest : args, FLAGS, USAGE, io)
  if (typeof flags === 'number') return flags
  const { organization, slug, name, admin, code, hue } = flags.values
  if (verb !== 'create' || !organization || !slug || !name || !admin) {
    io.stderr.write(USAGE)
    return 2
  }
  const records = createRecords({ url: readOperatorConfig().POSTGRES_URL, maxConnections: 2 })
  try {
    const badge = { code: (code ?? slug.slice(0, 2)).toUpperCase(), hue: Number(hue) }
    if (
      !/^\p{L}{2}$/u.test(badge.code) ||
      !(Number.isInteger(badge.hue) && badge.hue >= 0 && badge.hue <= 11)
    )
      throw new UserError('BAD_USER_INPUT', '--code has two letters and --hue is 0 to 11')
    const organizationId = await organizationNamed(records, organization)
    const { tenantId } = await createTenant(records, { organizationId, slug, name, ...badge })
    const password = await admit(records, admin, tenantId)
    io.stdout.write(`${JSON.stringify({ organization, tenant: slug, tenantId, admin, password })}\n`)
    return 0
  } finally {
    await records.close()
  }
}

async function organizationNamed(records: Records, name: string): Promise<string> {
  const known = (await listOrganizations(records)).find((organization) => organization.name === name)
  return (known ?? (await createOrganization(records, name))).organizationId
}

/** @returns the password of a person made now */
async function admit(records: Records, email: string, tenantId: string): Promise<string | undefined> {
  const person = await findPersonByEmail(records, email)
  if (person) {
    await createMembership(records, grantScope([tenantId]), { tenantId, userId: person.id, role: 'admin' })
    return undefined
  }
  const password = randomBytes(12).toString('base64url')
  await createPerson(records, { email, name: email, password, memberships: [{ tenantId, role: 'admin' }] })
  return password
}
