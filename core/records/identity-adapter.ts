import { prismaAdapter } from 'better-auth/adapters/prisma'
import { clientOf, type Records } from './create-records.ts'

/** Where better-auth keeps sessions and attempts: tables without a tenant. */
export function identityAdapter(records: Records): ReturnType<typeof prismaAdapter> {
  return prismaAdapter(clientOf(records), { provider: 'postgresql' })
}
