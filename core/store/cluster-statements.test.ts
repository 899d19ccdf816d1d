import { describe, expect, test } from 'vitest'
import { clusterStatements, shardedTables } from './cluster-statements.ts'
import { readMigrations } from './read-migrations.ts'

const migrations = await readMigrations()
const sharded = shardedTables(migrations.flatMap(({ statements }) => statements))
const onCluster = (statement: string) =>
  clusterStatements(statement, { cluster: 'burrow', database: 'logs', sharded })

describe('every migration', () => {
  test.each(migrations)(
    '$name runs on all servers, replicated, as idempotent as before',
    ({ statements }) => {
      for (const statement of statements) {
        const written = onCluster(statement)
        expect(written.length).toBeGreaterThan(0)
        for (const text of written) {
          expect(text).toMatch(
            /^(?:CREATE (?:TABLE|MATERIALIZED VIEW) IF NOT EXISTS|ALTER TABLE) \w+ ON CLUSTER 'burrow' /,
          )
          expect(text).not.toMatch(/ENGINE = \w*MergeTree\b(?!\()/)
          expect(text).not.toMatch(/\bnon_replicated/)
          const [engine] = /ENGINE = \w+/.exec(text) ?? []
          if (engine) expect(engine).toMatch(/^ENGINE = (?:Replicated\w*MergeTree|Distributed)$/)
        }
      }
    },
  )
})

test('the tables with rows of payloads are spread over the shards, a payload whole on one of them', () => {
  expect([...sharded]).toEqual(expect.arrayContaining(['events', 'detections', 'edges', 'rollups']))
  const [local = '', distributed] = migrations.flatMap(({ statements }) => onCluster(statements[0] ?? ''))
  expect(local).toContain("CREATE TABLE IF NOT EXISTS events_local ON CLUSTER 'burrow' (")
  expect(local).toContain(
    "ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/logs/events_local', '{replica}')\nPARTITION BY",
  )
  expect(local).toContain('\n  replicated_deduplication_window = 10000,\n')
  expect(distributed).toBe(`CREATE TABLE IF NOT EXISTS events ON CLUSTER 'burrow' AS logs.events_local
ENGINE = Distributed('burrow', 'logs', 'events_local', cityHash64(payload_id))`)
})

test('what views count lies where they counted it', () => {
  const counts = 'CREATE TABLE IF NOT EXISTS counts (n Int64) ENGINE = SummingMergeTree ORDER BY n'
  const view = 'CREATE MATERIALIZED VIEW IF NOT EXISTS n_of_events TO counts AS\nSELECT events.a FROM events'
  const both = shardedTables([counts, view, 'CREATE TABLE IF NOT EXISTS events (payload_id UUID)'])
  const written = (statement: string) =>
    clusterStatements(statement, { cluster: 'burrow', database: 'logs', sharded: both })
  expect([...both]).toEqual(['counts', 'events'])
  expect(written(counts)[1]).toContain("ENGINE = Distributed('burrow', 'logs', 'counts_local')")
  expect(written(view)).toEqual([
    "CREATE MATERIALIZED VIEW IF NOT EXISTS n_of_events ON CLUSTER 'burrow' TO counts_local AS SELECT events.a FROM events_local AS events",
  ])
  expect(written('ALTER TABLE n_of_events MODIFY QUERY SELECT events.b FROM events')).toEqual([
    "ALTER TABLE n_of_events ON CLUSTER 'burrow' MODIFY QUERY SELECT events.b FROM events_local AS events",
  ])
})

test('other tables are whole on every server', () => {
  const ledger = 'CREATE TABLE IF NOT EXISTS notes (at DateTime) ENGINE = ReplacingMergeTree(at) ORDER BY at'
  expect(onCluster(ledger)).toEqual([
    `CREATE TABLE IF NOT EXISTS notes ON CLUSTER 'burrow' (at DateTime) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/logs/notes', '{shard} {replica}', at) ORDER BY at`,
  ])
})

test('columns are added under both names, the rest where the rows are', () => {
  const column = 'ALTER TABLE events\n  -- Why.\n  ADD COLUMN IF NOT EXISTS a UInt8'
  expect(onCluster(column)).toEqual([
    "ALTER TABLE events_local ON CLUSTER 'burrow'   ADD COLUMN IF NOT EXISTS a UInt8",
    "ALTER TABLE events ON CLUSTER 'burrow'   ADD COLUMN IF NOT EXISTS a UInt8",
  ])
  const index = 'ALTER TABLE events ADD INDEX IF NOT EXISTS i a TYPE minmax'
  expect(onCluster(index)).toEqual([
    "ALTER TABLE events_local ON CLUSTER 'burrow' ADD INDEX IF NOT EXISTS i a TYPE minmax",
  ])
  expect(() => onCluster(`${column}, ADD INDEX i a TYPE minmax`)).toThrow('another')
  expect(onCluster('ALTER TABLE reparses ADD COLUMN IF NOT EXISTS a UInt8')).toHaveLength(1)
})

test('a statement that nobody thought of is refused', () => {
  expect(() => onCluster('DROP TABLE events')).toThrow('Nobody said')
})
