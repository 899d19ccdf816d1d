import pg from 'pg'
import { UserError } from '../errors.ts'

/**
 * Keeps others from the same work on a tenant, for as long as this process lives or until it lets go.
 * @throws UserError CONFLICT when another has it
 */
export async function holdTenant(url: string, tenantId: string, work: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: `nightjar-${work}` })
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [`${work} ${tenantId}`],
  )
  if (rows[0]?.held) return () => client.end()
  await client.end()
  throw new UserError('CONFLICT', `Another ${work} of this tenant is at work: wait for it to end`)
}
