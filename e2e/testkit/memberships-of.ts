import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Records } from '#core/records/create-records'
import type { Membership } from '#core/records/memberships'
import { resolveSession } from '#core/records/sessions'

/** Where a person belongs, as a session of hers tells. */
export async function membershipsOf(
  { appUrl, records }: { appUrl: string; records: Records },
  userId: string,
): Promise<Membership[]> {
  const token = randomUUID()
  const program = new pg.Client({ connectionString: appUrl })
  await program.connect()
  await program.query(
    "INSERT INTO sessions (id, user_id, token, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 hour', now())",
    [randomUUID(), userId, token],
  )
  await program.end()
  return (await resolveSession(records, token))?.memberships ?? []
}
