import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@clickhouse/client'
import type { Event } from '#core/event/event'
import { createStore } from '#core/store/create-store'
import type { GraphEdge } from '#core/store/graph/edge'
import { edgeEvents } from '#core/store/graph/edge-events'
import { entitiesOfEvents } from '#core/store/graph/entities-of-events'
import type { GraphEntity } from '#core/store/graph/entity'
import { entityPeers } from '#core/store/graph/entity-peers'
import { entityPrevalence } from '#core/store/graph/entity-prevalence'
import { entitySpan } from '#core/store/graph/entity-span'
import { findPath } from '#core/store/graph/find-path'
import { loadGraph } from '#core/store/graph/load-graph'
import { neighbourCounts } from '#core/store/graph/neighbour-counts'
import { rareEdges } from '#core/store/graph/rare-edges'
import { createTakeStep } from '#core/store/graph/take-step'
import { endsOf } from '#core/store/graph/touching'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import type { Store } from '#core/store/store'
import { grantScope, type TenantScope } from '#core/tenant/grant-scope'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { eventsOfLines } from './events-of-lines.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'

/** What the views of the graph cost an insert: the same events into a database with them and one without, turn by turn. */
const ROUNDS = 3
const ROWS_PER_INSERT = Number(process.argv[2] ?? 10_000)
const LINES = Number(process.argv[3] ?? 100_000)
const VIEWS = ['edges_of_events', 'edges_of_detections', 'entities_of_edges']

async function main(): Promise<void> {
  const lines = (await readCorpus())?.slice(0, LINES)
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
    const tenantId = randomUUID()
    const databases = ['with_views', 'without_views'] as const
    for (const database of databases) await migrateStore({ ...clickhouse, database })
    for (const view of VIEWS) await client.command({ query: `DROP TABLE IF EXISTS without_views.${view}` })
    const batches = await batchesOf(tenantId, lines)
    const cost = { with_views: [] as number[], without_views: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++)
      for (const database of databases) {
        const store = createStore({ ...clickhouse, database })
        const before = processTreeCpu(pid)
        for (const events of batches) {
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
    const asking = await measureQuestions(
      createStore({ ...clickhouse, database: 'with_views' }),
      grantScope([tenantId]),
    )
    const sizes = await rowsOf(
      `SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes FROM system.parts
       WHERE active AND database = 'with_views' AND table IN ('events', 'edges', 'entities') GROUP BY table ORDER BY table`,
    )
    say(JSON.stringify({ bench: 'graph', figures: { us_per_event: cost, sizes, asking } }))
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

async function batchesOf(tenantId: string, lines: readonly string[]): Promise<Event[][]> {
  const all: Event[] = []
  for await (const { events } of eventsOfLines(tenantId, lines)) all.push(...events)
  const starts = Array.from(
    { length: Math.ceil(all.length / ROWS_PER_INSERT) },
    (_, n) => n * ROWS_PER_INSERT,
  )
  return starts.map((start) => all.slice(start, start + ROWS_PER_INSERT))
}

/** Milliseconds of questions about what most events tie together; of seven tries the median. */
async function measureQuestions(store: Store, scope: TenantScope): Promise<Record<string, number>> {
  const range = { from: 0n, to: 4_000_000_000_000_000_000n }
  const limits = { nodes: 1_500, edges: 6_000, collectAbove: 500 }
  const seeds = await entitiesOfEvents(store, scope, { condition: '1', params: {} }, 25)
  const [first, second] = seeds as [GraphEntity, GraphEntity]
  const graph = await loadGraph(store, scope, seeds, range, limits, undefined)
  const [edge] = graph.edges as [GraphEdge]
  const name = { subject: edge.subject.value, relation: edge.relation, object: edge.object.value }
  const questions = {
    graph_25_seeds: () => loadGraph(store, scope, seeds, range, limits, undefined),
    graph_1_seed: () => loadGraph(store, scope, [first], range, limits, undefined),
    counts: () => neighbourCounts(store, scope, endsOf([first]), range),
    path: () => findPath(first, second, 4, createTakeStep(store, scope, range)),
    edge_events: () => edgeEvents(store, scope, name, range, { first: 50 }),
    span: () => entitySpan(store, scope, first),
    prevalence: () => entityPrevalence(store, scope, first, range),
    peers: () => entityPeers(store, scope, first, range, 10),
    rare: () => rareEdges(store, scope, first, range, 20),
  }
  const figures: Record<string, number> = { nodes: graph.entities.length, edges: graph.edges.length }
  for (const [question, ask] of Object.entries(questions)) {
    const tries: number[] = []
    for (let n = 0; n < 7; n++) {
      const started = performance.now()
      await ask()
      tries.push(performance.now() - started)
    }
    figures[question] = Math.round(tries.sort((a, b) => a - b)[3] ?? 0)
  }
  await store.close()
  return figures
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
