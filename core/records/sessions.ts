import type { Records } from './create-records.ts'
import type { Membership } from './memberships.ts'
import type { Person } from './people.ts'
import { withoutTenant } from './with-scope.ts'

/** Somebody who has signed in. */
export interface SignedIn {
  person: Person
  /** By name of the tenant. */
  memberships: Membership[]
}

/** In one statement, since every request asks. @returns undefined for a token that is unknown or has ended */
export function resolveSession(records: Records, token: string): Promise<SignedIn | undefined> {
  return withoutTenant(records, async (tx) => {
    const [row] = await tx.$queryRaw<(Person & Pick<SignedIn, 'memberships'>)[]>`
      SELECT user_id::text AS id, name, email, memberships FROM resolve_session(${token})`
    if (!row) return undefined
    const { memberships, ...person } = row
    return { person, memberships }
  })
}
