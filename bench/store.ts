import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { uuidV7 } from '#core/event/uuid-v7'
import { connect, type StoreConnection } from '#core/store/connection'
import { createStore } from '#core/store/create-store'
import { encodeEvents } from '#core/store/encode-events'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { countEvents } from '#core/store/queries/count-events'
import { DEFAULT_RETENTION_DAYS } from '#core/store/retention'
import { grantScope } from '#core/tenant/grant-scope'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { type EventBatch, eventsOfLines } from './events-of-lines.ts'
import { percentile } from './percentile.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'

/**
 * What it costs to store 100,000 real events, in CPU of this process and of ClickHouse: by our blocks, by
 * `client.insert(objects)`, and by ClickHouse alone when the blocks lie ready; what they take on disk; and how fast they
 * go in while somebody searches. Merges are stopped while CPU is counted.
 */
const ROUNDS = 3
const TENANT = uuidV7(0)
const ALL_TIME = { from: 0n, to: 9_000_000_000_000_000_000n }

type Row = Record<string, unknown>

interface Spent {
  ours: number
  clickhouse: number
}

async function main(): Promise<void> {
  const lines = await readCorpus()
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const clickhouse = await startClickHouse({ home })
  const [engine = 0] = descendantsRunning('clickhouse/main')
  const at = (database: string): StoreConnection => ({ ...clickhouse, database })
  const measure = async (database: string, run: (connection: StoreConnection) => Promise<void>) => {
    await emptyTable(at(database))
    return spentBy(engine, () => run(at(database)))
  }
  try {
    const batches = await eventsOfLines(TENANT, lines)
    await emptyTable(at('ours'))
    await insertOurs(at('ours'), batches)
    const rows = await readRows(at('ours'))
    const disk = await measureDisk(at('ours'))
    const best = { ours: Number.NaN, objects: Number.NaN, engine: Number.NaN }
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await measure('ours', (connection) => insertOurs(connection, batches))
      const objects = await measure('objects', (connection) => insertObjects(connection, rows))
      const ready = await measure('ready', (connection) => insertReady(connection, batches))
      best.ours = least(best.ours, ours.ours + ours.clickhouse)
      best.objects = least(best.objects, objects.ours + objects.clickhouse)
      best.engine = least(best.engine, ready.clickhouse)
    }
    const perRow = (seconds: number): string => `${((seconds / lines.length) * 1e6).toFixed(1)} us`
    say(
      `CPU a row: ours ${perRow(best.ours)}, objects ${perRow(best.objects)}, engine ${perRow(best.engine)}`,
    )
    const raw = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
    const compressed = compress(lines.join('\n'))
    say(
      `on disk ${(disk / lines.length).toFixed(0)} bytes a row; raw ${(raw / lines.length).toFixed(0)}, ` +
        `${compressed.by} ${(compressed.bytes / lines.length).toFixed(0)}`,
    )
    const busy = await whileSearching(at('busy'), batches, lines.length)
    say(`while somebody searches: ${busy.rows} rows/s, searches p50 ${busy.p50} ms, p95 ${busy.p95} ms`)
    const figures = {
      objects_over_ours: round(best.objects / best.ours),
      ours_over_engine: round(best.engine / best.ours),
      disk_over_raw: round(disk / raw),
      disk_over_compressed_raw: round(disk / compressed.bytes),
      rows_per_s_while_searching: busy.rows,
      search_p95_ms_while_inserting: busy.p95,
    }
    say(JSON.stringify({ bench: 'store', figures }))
  } finally {
    await clickhouse.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function emptyTable(connection: StoreConnection): Promise<void> {
  await migrateStore(connection)
  await command(connection, 'TRUNCATE TABLE events')
  await command(connection, 'SYSTEM STOP MERGES events')
}

async function insertOurs(connection: StoreConnection, batches: readonly EventBatch[]): Promise<void> {
  const store = createStore(connection)
  for (const { events } of batches) await insertEvents(store, uuidV7(Date.now()), events)
  await store.close()
}

async function insertObjects(connection: StoreConnection, rows: readonly Row[][]): Promise<void> {
  const client = connect(connection)
  for (const values of rows)
    await client.insert({
      table: 'events',
      values,
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0, date_time_input_format: 'best_effort' },
    })
  await client.close()
}

async function insertReady(connection: StoreConnection, batches: readonly EventBatch[]): Promise<void> {
  const store = createStore(connection)
  for (const { events } of batches) {
    const { columns, block } = encodeEvents(events, DEFAULT_RETENTION_DAYS)
    await store.insert({ table: 'events', columns, token: uuidV7(Date.now()), block })
  }
  await store.close()
}

/** The rows as objects, by payload, as somebody who knows the table would make them. */
async function readRows(connection: StoreConnection): Promise<Row[][]> {
  const client = connect(connection)
  const answer = await client.query({ query: 'SELECT * FROM events', format: 'JSONEachRow' })
  const payloads = new Map<unknown, Row[]>()
  for (const row of await answer.json<Row>()) {
    const payload = payloads.get(row.payload_id)
    if (payload) payload.push(row)
    else payloads.set(row.payload_id, [row])
  }
  await client.close()
  return [...payloads.values()]
}

/** Bytes on disk of the table, merged into one part as parts end up after a while. */
async function measureDisk(connection: StoreConnection): Promise<number> {
  await command(connection, 'SYSTEM START MERGES events')
  await command(connection, 'OPTIMIZE TABLE events FINAL')
  const client = connect(connection)
  const answer = await client.query({
    query:
      "SELECT sum(bytes_on_disk) AS bytes FROM system.parts WHERE active AND table = 'events' AND database = currentDatabase()",
    format: 'JSONEachRow',
  })
  const [row] = await answer.json<{ bytes: string }>()
  await client.close()
  return Number(row?.bytes)
}

async function whileSearching(connection: StoreConnection, batches: readonly EventBatch[], events: number) {
  await emptyTable(connection)
  await command(connection, 'SYSTEM START MERGES events')
  const store = createStore(connection)
  const took: number[] = []
  let inserting = true
  const searching = (async () => {
    while (inserting) {
      const started = performance.now()
      await countEvents(store, grantScope([TENANT]), { range: ALL_TIME })
      took.push(performance.now() - started)
    }
  })()
  const started = performance.now()
  await insertOurs(connection, batches)
  const seconds = (performance.now() - started) / 1000
  inserting = false
  await searching
  await store.close()
  return {
    rows: Math.round(events / seconds),
    p50: Math.round(percentile(took, 0.5)),
    p95: Math.round(percentile(took, 0.95)),
  }
}

async function command(connection: StoreConnection, query: string): Promise<void> {
  const client = connect(connection)
  await client.command({ query })
  await client.close()
}

async function spentBy(engine: number, run: () => Promise<void>): Promise<Spent> {
  const own = process.cpuUsage()
  const before = processTreeCpu(engine)
  await run()
  const { user, system } = process.cpuUsage(own)
  return { ours: (user + system) / 1e6, clickhouse: processTreeCpu(engine) - before }
}

/** As an archive would hold the lines. */
function compress(text: string): { by: string; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-bench-'))
  try {
    const file = join(folder, 'lines')
    writeFileSync(file, text)
    return { by: 'zstd -3', bytes: execFileSync('zstd', ['-3', '-c', file], { maxBuffer: 2 ** 30 }).length }
  } catch {
    return { by: 'gzip -6', bytes: gzipSync(text, { level: 6 }).length }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const least = (known: number, value: number): number => (value < known || Number.isNaN(known) ? value : known)
const round = (value: number): number => Math.round(value * 100) / 100

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
