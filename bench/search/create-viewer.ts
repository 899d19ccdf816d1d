import { randomBytes } from 'node:crypto'
import type { Records } from '#core/records/create-records'
import { createOrganization } from '#core/records/organizations'
import { createTenant } from '#core/records/tenants'
import { createPerson } from '../../server/identity/create-person.ts'

export interface Viewer {
  /** The first has the most events. */
  tenants: readonly { tenantId: string; slug: string }[]
  cookie: string
}

/** An organization with so many tenants, and a person who belongs to all of them and has signed in. */
export async function createViewer(
  records: Records,
  serverUrl: string,
  name: string,
  count: number,
): Promise<Viewer> {
  const { organizationId } = await createOrganization(records, name)
  const tenants: Viewer['tenants'][number][] = []
  for (let place = 1; place <= count; place++) {
    const slug = `${name}-${place}`
    const tenant = { organizationId, slug, name: slug, code: 'BE', hue: place % 12 }
    const { tenantId } = await createTenant(records, tenant)
    tenants.push({ tenantId, slug })
  }
  const [email, password] = [`${name}@bench.example`, randomBytes(18).toString('base64url')]
  const memberships = tenants.map(({ tenantId }) => ({ tenantId, role: 'analyst' as const }))
  await createPerson(records, { email, name, password, memberships })
  return { tenants, cookie: await signIn(serverUrl, email, password) }
}

async function signIn(serverUrl: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${serverUrl}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: serverUrl },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
