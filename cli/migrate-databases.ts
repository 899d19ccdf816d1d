import { migrateQueues } from '#core/queues/migrate-queues'
import { migrateRecords } from '#core/records/migrate-records'
import type { StoreConnection } from '#core/store/connection'
import { migrateStore } from '#core/store/migrate-store'

interface Addresses {
  postgresOwnerUrl: string
  postgresUrl: string
  clickhouse: StoreConnection
}

/** Brings both databases up to date. Safe when several run at once. */
export async function migrateDatabases({
  postgresOwnerUrl,
  postgresUrl,
  clickhouse,
}: Addresses): Promise<void> {
  await migrateRecords(postgresOwnerUrl, postgresUrl)
  await Promise.all([
    migrateQueues(postgresOwnerUrl, new URL(postgresUrl).username),
    migrateStore(clickhouse),
  ])
}
