import { hashPassword } from 'better-auth/crypto'
import { UserError } from '#core/errors'
import type { Records } from '#core/records/create-records'
import type { Role } from '#core/records/memberships'
import { addPerson, type Person } from '#core/records/people'
import { grantScope } from '#core/tenant/grant-scope'

export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 128

export interface NewPerson {
  email: string
  name: string
  password: string
  /** At least one. */
  memberships: readonly { tenantId: string; role: Role }[]
}

/**
 * Invites a person: account and memberships at once. For admins and operators' commands, after they proved to be
 * admin of the tenants named.
 * @throws UserError BAD_USER_INPUT; CONFLICT when the address has an account
 */
export async function createPerson(records: Records, person: NewPerson): Promise<Person> {
  const { password, memberships } = person
  const email = person.email.trim().toLowerCase()
  if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email))
    throw new UserError('BAD_USER_INPUT', 'This is no e-mail address')
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    throw new UserError('BAD_USER_INPUT', `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`)
  }
  const scope = grantScope(memberships.map(({ tenantId }) => tenantId))
  const passwordHash = await hashPassword(password)
  return addPerson(records, scope, { email, name: person.name.trim(), passwordHash, memberships })
}
