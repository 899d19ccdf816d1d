import { randomUUID } from 'node:crypto'
import { createClient } from '@clickhouse/client'
import { inject } from 'vitest'
import type { StoreConnection } from '#core/store/connection'
import { createStore } from '#core/store/create-store'
import { migrateStore } from '#core/store/migrate-store'
import type { Store } from '#core/store/store'

type StoreOptions = Pick<Parameters<typeof createStore>[0], 'limitsOf'>

interface FreshClickHouse {
  connection: StoreConnection
  store: Store
  drop(): Promise<void>
}

/** A migrated database of its own on the run's ClickHouse. */
export async function freshClickHouse(options: StoreOptions = {}): Promise<FreshClickHouse> {
  const { url, user, password } = inject('clickhouse')
  const connection = { url, user, password, database: `test_${randomUUID().replaceAll('-', '')}` }
  await migrateStore(connection)
  const store = createStore({ ...connection, ...options })
  return {
    connection,
    store,
    async drop() {
      await store.close()
      const client = createClient({ url, username: user, password })
      await client.command({ query: `DROP DATABASE ${connection.database}` })
      await client.close()
    },
  }
}
