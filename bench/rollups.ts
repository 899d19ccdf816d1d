import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createClient } from '@clickhouse/client'
import type { Event } from '#core/event/event'
import { parseSearch } from '#core/search/parse-search'
import type { StoreConnection } from '#core/store/connection'
import { createStore } from '#core/store/create-store'
import type { EventQuery } from '#core/store/event-query'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { eventHistogram } from '#core/store/queries/event-histogram'
import { grantScope } from '#core/tenant/grant-scope'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { eventsOfLines } from './events-of-lines.ts'
import { percentile } from './percentile.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'
import { loadCopies, plantSeed, untilMerged } from './search/load-events.ts'
import { shareOut } from './search/share-out.ts'

/**
 * What counting events by the minute costs an insert, and saves a histogram: the same events into a database with the view of
 * rollups and into one without, turn by turn (not at all with `--rounds 0`); then a histogram of seven days, asked of rollups and of
 * events in turns.
 *
 *   npm run bench:rollups -- --events 1000000 --rounds 4
 */
const DAY = 86_400_000
const WAYS = ['with', 'without'] as const
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '4' },
    lines: { type: 'string', default: '100000' },
  },
})
const ROUNDS = Number(values.rounds)
const TENANTS = 2
const ASKED = 30

async function main(): Promise<void> {
  const lines = (await readCorpus())?.slice(0, Number(values.lines))
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const clickhouse = await startClickHouse({ home })
  try {
    const figures = {
      ...(ROUNDS > 0 && { us_per_event_10000: await compareInserts(clickhouse, lines, 10_000) }),
      ...(ROUNDS > 0 && { us_per_event_250: await compareInserts(clickhouse, lines.slice(0, 10_000), 250) }),
      histogram_7d: await compareHistograms({ ...clickhouse, database: 'asked' }, lines),
    }
    say(JSON.stringify({ bench: 'rollups', figures }))
  } finally {
    await clickhouse.stop()
    await rm(home, { recursive: true, force: true })
  }
}

type Server = Omit<StoreConnection, 'database'>

/** CPU of ClickHouse for an event, merges included: of all rounds the median, and of each round the share that the view costs. */
async function compareInserts(server: Server, lines: readonly string[], rows: number) {
  const [pid = 0] = descendantsRunning('clickhouse/main')
  const nameOf = (way: string) => `${way}_${rows}`
  for (const way of WAYS) await migrateStore({ ...server, database: nameOf(way) })
  await command(server, `DROP TABLE ${nameOf('without')}.rollups_of_events`)
  const all: Event[] = []
  for await (const { events } of eventsOfLines(randomUUID(), lines)) all.push(...events)
  const cost: Record<(typeof WAYS)[number], number[]> = { with: [], without: [] }
  for (let round = 0; round <= ROUNDS; round++)
    for (const way of round % 2 ? WAYS : WAYS.toReversed()) {
      const connection = { ...server, database: nameOf(way) }
      const store = createStore(connection)
      const before = processTreeCpu(pid)
      for (let from = 0; from < all.length; from += rows) {
        const payloadId = randomUUID()
        const events = all.slice(from, from + rows).map((event) => ({ ...event, payloadId }))
        await insertEvents(store, payloadId, events)
      }
      await untilMerged(connection)
      // The first round warms up.
      if (round > 0) cost[way].push(((processTreeCpu(pid) - before) / all.length) * 1e6)
      await store.close()
    }
  const shares = cost.with.map((spent, round) => spent / (cost.without[round] ?? 1) - 1)
  const median = (numbers: readonly number[]) => Math.round(percentile(numbers, 0.5) * 1_000) / 1_000
  return {
    with: median(cost.with),
    without: median(cost.without),
    shares: shares.map((share) => median([share])),
  }
}

/** Of a histogram of the larger of two tenants: milliseconds (of 30 tries the median), mean CPU of ClickHouse, rows read. */
async function compareHistograms(connection: StoreConnection, lines: readonly string[]) {
  const [pid = 0] = descendantsRunning('clickhouse/main')
  const tenantIds = Array.from({ length: TENANTS }, () => randomUUID())
  await migrateStore(connection)
  const seeded = await plantSeed(connection, 'seed', lines)
  const copies = Math.max(1, Math.round(Number(values.events) / seeded))
  const now = Date.now()
  const copying = {
    from: 'seed',
    tenantIds,
    bounds: shareOut(TENANTS),
    span: { from: now - 7 * DAY, to: now },
  }
  await loadCopies(connection, copies, { ...copying, rareIn: 1_000 })
  await untilMerged(connection)
  const store = createStore(connection)
  const scope = grantScope(tenantIds.slice(0, 1))
  // Seconds of their own at both ends, as when the console asks for the last seven days.
  const range = { from: BigInt(now - 7 * DAY + 12_345) * 1_000_000n, to: BigInt(now - 12_345) * 1_000_000n }
  const parsed = parseSearch('nightjar.parser:*')
  const search = parsed.ok ? parsed.tree : undefined
  const ways: Record<string, EventQuery> = { rollups: { range }, events: { range, search } }
  const figures: Record<string, unknown> = {}
  for (const by of [undefined, 'event.category']) {
    const took: Record<string, number[]> = { rollups: [], events: [] }
    const cpu: Record<string, number> = { rollups: 0, events: 0 }
    const rows: Record<string, number> = {}
    const totals = new Set<bigint>()
    for (let round = 0; round < ASKED; round++)
      for (const [way, query] of Object.entries(ways)) {
        const started = performance.now()
        const before = processTreeCpu(pid)
        const { total, stats } = await eventHistogram(store, scope, query, { buckets: 60, by, most: 10 })
        took[way]?.push(performance.now() - started)
        cpu[way] = (cpu[way] ?? 0) + ((processTreeCpu(pid) - before) / ASKED) * 1_000
        rows[way] = Number(stats.rowsRead)
        totals.add(total)
      }
    const [rolled, alone] = [took.rollups ?? [], took.events ?? []].map((all) => percentile(all, 0.5))
    figures[by ?? 'by outcome'] = {
      ...{ rollups_ms: round(rolled), events_ms: round(alone), rows, totals: [...totals].map(Number) },
      ...{ rollups_cpu_ms: round(cpu.rollups), events_cpu_ms: round(cpu.events) },
      events_over_rollups: round((cpu.events ?? 0) / (cpu.rollups ?? 1)),
    }
  }
  await store.close()
  return figures
}

const round = (value = Number.NaN) => Math.round(value * 10) / 10

async function command({ url, user, password }: Server, query: string): Promise<void> {
  const client = createClient({ url, username: user, password })
  await client.command({ query })
  await client.close()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
