import type { Records } from './create-records.ts'
import { withoutTenant } from './with-scope.ts'

export interface Person {
  id: string
  name: string
  email: string
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
