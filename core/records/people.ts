import { uuidV7 } from '../event/uuid-v7.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { Role } from './memberships.ts'
import { orConflict } from './or-conflict.ts'
import { withoutTenant, withScope } from './with-scope.ts'

export interface Person {
  id: string
  name: string
  email: string
}

export interface PersonToAdd {
  /** Lower case. */
  email: string
  name: string
  passwordHash: string
  memberships: readonly { tenantId: string; role: Role }[]
}

const SHOWN = { id: true, name: true, email: true } as const

/** Those of the ids that are people. */
export function getPeople(records: Records, ids: readonly string[]): Promise<Person[]> {
  return withoutTenant(records, (tx) => tx.user.findMany({ where: { id: { in: [...ids] } }, select: SHOWN }))
}

export function findPersonByEmail(records: Records, email: string): Promise<Person | undefined> {
  return withoutTenant(
    records,
    async (tx) =>
      (await tx.user.findUnique({ where: { email: email.toLowerCase() }, select: SHOWN })) ?? undefined,
  )
}

/**
 * Person, password and memberships, all or none.
 * @throws UserError CONFLICT when the address has an account
 */
export function addPerson(records: Records, scope: TenantScope, person: PersonToAdd): Promise<Person> {
  const { email, name, passwordHash, memberships } = person
  const id = uuidV7(Date.now())
  return withScope(records, scope, async (tx) => {
    const adding = tx.user.create({ data: { id, name, email, emailVerified: true } })
    await orConflict(`${email} has an account`, adding)
    // The shape better-auth looks for when somebody signs in with a password.
    const account = { id: uuidV7(Date.now()), userId: id, accountId: id, providerId: 'credential' }
    await tx.account.create({ data: { ...account, password: passwordHash } })
    await tx.membership.createMany({
      data: memberships.map(({ tenantId, role }) => ({ tenantId, userId: id, role })),
    })
    return { id, name, email }
  })
}
