import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@clickhouse/client'
import { createStore } from '#core/store/create-store'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { eventsOfLines } from './events-of-lines.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'

/** What the views of the graph cost an insert: the same events into a database with them and one without, turn by turn. */
const ROUNDS = 3
const ROWS_PER_INSERT = Number(process.argv[2] ?? 10_000)
const VIEWS = ['edges_of_events', 'edges_of_detections', 'entities_of_edges']

async function main(): Promise<void> {
  const lines = await readCorpus()
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const clickhouse = await startClickHouse({ home })
  const [pid = 0] = descendantsRunning('clickhouse/main')
  const client = createClient({
    url: clickhouse.url,
    username: clickhouse.user,
    password: clickhouse.password,
  })
  try {
    const databases = ['with_views', 'without_views'] as const
    for (const database of databases) await migrateStore({ ...clickhouse, database })
    for (const view of VIEWS) await client.command({ query: `DROP TABLE IF EXISTS without_views.${view}` })
    const batches = await eventsOfLines(randomUUID(), lines, ROWS_PER_INSERT)
    const cost = { with_views: [] as number[], without_views: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++)
      for (const database of databases) {
        const store = createStore({ ...clickhouse, database })
        const before = processTreeCpu(pid)
        for (const { events } of batches) {
          const payloadId = randomUUID()
          await insertEvents(
            store,
            payloadId,
            events.map((event) => ({ ...event, payloadId })),
          )
        }
        await untilMerged()
        // The first round warms up.
        if (round > 0) cost[database].push(((processTreeCpu(pid) - before) / lines.length) * 1e6)
        await store.close()
      }
    const sizes = await rowsOf(
      `SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes FROM system.parts
       WHERE active AND database = 'with_views' AND table IN ('events', 'edges', 'entities') GROUP BY table ORDER BY table`,
    )
    say(JSON.stringify({ bench: 'graph', figures: { us_per_event: cost, sizes } }))
  } finally {
    await client.close()
    await clickhouse.stop()
    await rm(home, { recursive: true, force: true })
  }

  async function rowsOf(query: string): Promise<unknown[]> {
    return (await client.query({ query, format: 'JSONEachRow' })).json()
  }

  async function untilMerged(): Promise<void> {
    do await sleep(300)
    while ((await rowsOf('SELECT 1 FROM system.merges LIMIT 1')).length > 0)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
