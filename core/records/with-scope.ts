import type { TenantScope } from '../tenant/tenant-scope.ts'
import { clientOf, type Records } from './create-records.ts'
import type { Prisma } from './generated/client.ts'
import { orUnavailable } from './or-unavailable.ts'

export type Transaction = Prisma.TransactionClient

/** What a transaction says about itself to the policies; see the migration that guards tenants. */
interface Claims {
  tenants?: string
  user?: string
  door?: 'syslog' | 'sweep'
  /** Hexadecimal. */
  token_hash?: string
  slugs?: string
  organization?: string
}

/** One transaction that sees the rows of the tenants in scope and no others. */
export function withScope<T>(
  records: Records,
  scope: TenantScope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withClaims(records, { tenants: scope.tenantIds.join(',') }, work)
}

/** For the lookups that come before a scope. */
export function withClaims<T>(
  records: Records,
  claims: Claims,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return orUnavailable(() =>
    clientOf(records).$transaction(async (tx) => {
      await claim(tx, claims)
      return work(tx)
    }),
  )
}

/** Adds a claim to a transaction under way. */
export async function claim(tx: Transaction, claims: Claims): Promise<void> {
  for (const [name, value] of Object.entries(claims)) {
    await tx.$executeRaw`SELECT set_config(${`nightjar.${name}`}, ${value}, true)`
  }
}

/** Rows that belong to no tenant: organizations, people. */
export function withoutTenant<T>(records: Records, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return orUnavailable(() => work(clientOf(records)))
}
