import type { Records } from '#core/records/create-records'
import { findPersonByEmail } from '#core/records/people'
import { createPerson } from '../../server/identity/create-person.ts'
import type { Credentials } from './credentials.ts'
import type { OrganizationPlan } from './organization-plan.ts'

/** Makes those of the planned people who have no account yet, with the passwords made for them. */
export async function invitePeople(
  records: Records,
  plan: OrganizationPlan,
  credentials: Credentials,
  tenantIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { email, name, role, tenants } of plan.people) {
    const password = credentials.people.find((person) => person.email === email)?.password
    if (!password || (await findPersonByEmail(records, email))) continue
    const memberships = tenants.flatMap((slug) => {
      const tenantId = tenantIds.get(slug)
      return tenantId ? [{ tenantId, role }] : []
    })
    await createPerson(records, { email, name, password, memberships })
  }
}
