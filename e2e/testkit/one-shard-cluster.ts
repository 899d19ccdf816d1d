import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { clusterStatements, shardedTables } from '#core/store/cluster-statements'
import type { StoreConnection } from '#core/store/connection'
import { LEDGER } from '#core/store/migrate-store'
import { readMigrations } from '#core/store/read-migrations'
import { startClickHouse } from '../../embedded/start-clickhouse.ts'

const CLUSTER = 'burrow'
/** Its one replica is this process itself, by the port that it would listen on. */
const CONFIG = `<clickhouse>
  <tcp_port>9000</tcp_port>
  <remote_servers>
    <${CLUSTER}>
      <shard>
        <internal_replication>true</internal_replication>
        <replica><host>127.0.0.1</host><port>9000</port></replica>
      </shard>
    </${CLUSTER}>
  </remote_servers>
  <zookeeper><implementation>testkeeper</implementation></zookeeper>
  <macros><shard>01</shard><replica>r1</replica></macros>
</clickhouse>`

interface OneShardCluster {
  /** Migrated as clusters are, but for what the embedded engine lacks: ON CLUSTER, and replicas that take rows. */
  connection: StoreConnection
  /** Runs the statements that make tables, with replicas, in a database of their own. @returns their engines by name */
  createReplicated(): Promise<Map<string, string>>
  stop(): Promise<void>
}

/** A ClickHouse of its own that knows a cluster of one shard. */
export async function oneShardCluster(): Promise<OneShardCluster> {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-cluster-'))
  const configFile = join(home, 'config.xml')
  await writeFile(configFile, CONFIG)
  const { url, user, password, stop } = await startClickHouse({ home, configFile })
  const migrations = await readMigrations()
  const statements = [...LEDGER, ...migrations.flatMap((migration) => migration.statements)]
  const sharded = shardedTables(statements)

  async function inDatabase(database: string, change: (statement: string) => string | undefined) {
    const admin = createClient({ url, username: user, password })
    await admin.command({ query: `CREATE DATABASE ${database}` })
    await admin.close()
    const client = createClient({ url, username: user, password, database })
    for (const statement of statements)
      for (const written of clusterStatements(statement, { cluster: CLUSTER, database, sharded })) {
        const query = change(written.replace(` ON CLUSTER '${CLUSTER}'`, ''))
        if (query !== undefined) await client.command({ query })
      }
    const query = 'SELECT name, engine FROM system.tables WHERE database = currentDatabase()'
    const answer = await client.query({ query, format: 'JSONCompactEachRow' })
    const engines = new Map(await answer.json<[string, string]>())
    await client.close()
    return engines
  }

  async function writeDown(database: string): Promise<void> {
    const client = createClient({ url, username: user, password, database })
    const values = migrations.map(({ number, name, checksum }) => ({
      number,
      name,
      checksum,
      was_empty: true,
    }))
    await client.insert({ table: 'migrations', format: 'JSONEachRow', values })
    await client.close()
  }

  await inDatabase('spread', (statement) =>
    statement
      .replace(/ENGINE = Replicated(\w+)\('[^']*', '[^']*'(?:, )?/, 'ENGINE = $1(')
      .replace(/,\s*replicated_deduplication_window_seconds = \d+/, '')
      .replace(/\breplicated_deduplication_window = /, 'non_replicated_deduplication_window = '),
  )
  await writeDown('spread')
  return {
    connection: { url, user, password, database: 'spread', cluster: CLUSTER },
    async createReplicated() {
      const engines = await inDatabase('replicated', (statement) =>
        statement.startsWith('CREATE TABLE') ? statement : undefined,
      )
      // The engine would wait for these replicas before it ends.
      const admin = createClient({ url, username: user, password })
      await admin.command({ query: 'DROP DATABASE replicated SYNC' })
      await admin.close()
      return engines
    },
    async stop() {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
