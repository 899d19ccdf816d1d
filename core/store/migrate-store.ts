import { UserError } from '../errors.ts'
import { clusterStatements, shardedTables } from './cluster-statements.ts'
import { connect, type StoreConnection } from './connection.ts'
import { hasNewServer } from './has-new-server.ts'
import { readMigrations } from './read-migrations.ts'
import { storeError } from './store-error.ts'

const DATABASE = /^[a-z][a-z0-9_]*$/

/**
 * Brings a database up to date, creating it when missing; on a cluster, that of every server. Several may do so at once: ClickHouse has no lock to
 * take, so every statement of every migration is idempotent, and two runs of one file end where one run does.
 * @throws Error when a migration that was applied has since been edited, UserError when the database is of another kind
 */
export async function migrateStore(connection: StoreConnection): Promise<void> {
  if (!DATABASE.test(connection.database))
    throw new Error(`Not a name for a database: ${connection.database}`)
  const migrations = await readMigrations()
  const { database, cluster } = connection
  const sharded = shardedTables(migrations.flatMap(({ statements }) => statements))
  await createDatabase(connection)
  const client = connect(connection)
  const run = async (statement: string): Promise<void> => {
    const statements = cluster ? clusterStatements(statement, { cluster, database, sharded }) : [statement]
    for (const query of statements) await client.command({ query })
  }
  try {
    await mustFit(client, connection)
    for (const statement of LEDGER) await run(statement)
    const applied = await client.query({
      query: 'SELECT number, checksum FROM migrations',
      format: 'JSONEachRow',
    })
    const checksums = new Map(
      (await applied.json<{ number: number; checksum: string }>()).map((row) => [row.number, row.checksum]),
    )
    const isGrown = cluster !== undefined && (await hasNewServer(client, { cluster, database }))
    for (const migration of migrations) {
      const known = checksums.get(migration.number)
      if (known !== undefined && known !== migration.checksum) {
        throw new Error(`${migration.name} was edited after it was applied: write a new migration instead`)
      }
      if (known !== undefined && !isGrown) continue
      for (const statement of migration.statements) await run(statement)
      const { number, name, checksum } = migration
      await client.insert({
        table: 'migrations',
        values: [{ number, name, checksum, was_empty: await isEmpty(client) }],
        format: 'JSONEachRow',
        clickhouse_settings: { async_insert: 0 },
      })
    }
  } catch (error) {
    throw storeError(error, 'worker')
  } finally {
    await client.close()
  }
}

/** Of what was applied, when, and whether there were events by then: core/store/rollup/rolled-days.ts asks it as well. */
export const LEDGER = [
  `CREATE TABLE IF NOT EXISTS migrations
    (number UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))
    ENGINE = ReplacingMergeTree(applied_at) ORDER BY number`,
  'ALTER TABLE migrations ADD COLUMN IF NOT EXISTS was_empty Bool',
]

async function isEmpty(client: ReturnType<typeof connect>): Promise<boolean> {
  const answer = await client.query({ query: 'SELECT 1 FROM events LIMIT 1', format: 'JSONCompactEachRow' })
  return (await answer.json()).length === 0
}

/** Tables that are there are left as they are: without this a cluster would be one server that nobody told. */
async function mustFit(client: ReturnType<typeof connect>, connection: StoreConnection): Promise<void> {
  const { database, cluster } = connection
  const answer = await client.query({
    query: `SELECT engine FROM system.tables WHERE database = {database:String} AND name = 'events'`,
    query_params: { database },
    format: 'JSONEachRow',
  })
  const [events] = await answer.json<{ engine: string }>()
  if (events === undefined || (events.engine === 'Distributed') === (cluster !== undefined)) return
  const is = cluster === undefined ? 'of a cluster: set NIGHTJAR_CLICKHOUSE_CLUSTER' : 'of one server'
  throw new UserError('CONFLICT', `The database ${database} is ${is}. docs/scaling.md says how to move`)
}

async function createDatabase(connection: StoreConnection): Promise<void> {
  const client = connect(connection, 'default')
  const on = connection.cluster ? ` ON CLUSTER '${connection.cluster}'` : ''
  try {
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${connection.database}${on}` })
  } catch (error) {
    throw storeError(error, 'worker')
  } finally {
    await client.close()
  }
}

/** Names of those that this program brings. */
export async function storeMigrations(): Promise<string[]> {
  return (await readMigrations()).map(({ name }) => name)
}
