import { createClient } from '@clickhouse/client'
import type { StoreConnection } from '#core/store/connection'
import { readMigrations } from '#core/store/read-migrations'

/** As if `rollups` had counted all that ever came in: they are asked only from the day after their migration on. */
export async function ageRollups({ url, user, password, database }: StoreConnection): Promise<void> {
  const client = createClient({ url, username: user, password, database })
  await client.command({ query: 'TRUNCATE TABLE migrations' })
  const values = (await readMigrations()).map(({ number, name, checksum }) => ({
    ...{ number, name, checksum, applied_at: '2001-01-01 00:00:00.000' },
  }))
  await client.insert({ table: 'migrations', format: 'JSONEachRow', values })
  await client.close()
}
