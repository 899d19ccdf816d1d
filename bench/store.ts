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
import { eventsOfLines } from './events-of-lines.ts'
import { percentile } from './percentile.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'

/**
 * What it costs to store 100,000 real events, in CPU of this process and of ClickHouse: by our blocks, by
 * `client.insert(objects)`, and by ClickHouse alone when the blocks lie ready; what they take on disk; and how fast they
 * go in while somebody searches. Payload by payload in turns, so that no way has a fuller heap or a busier machine than the
 * others; merges are stopped while CPU is counted.
 */
const WARM_UP = 30_000
const TENANT = uuidV7(0)
const ALL_TIME = { from: 0n, to: 9_000_000_000_000_000_000n }

interface Cpu {
  here: number
  clickhouse: number
}

async function main(): Promise<void> {
  const lines = await readCorpus()
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const clickhouse = await startClickHouse({ home })
  const [engine = 0] = descendantsRunning('clickhouse/main')
  const at = (database: string): StoreConnection => ({ ...clickhouse, database })
  try {
    await compareInserts(engine, at, lines.slice(0, WARM_UP))
    const { ours, objects, ready } = await compareInserts(engine, at, lines)
    const perRow = (seconds: number): string => `${((seconds / lines.length) * 1e6).toFixed(1)} us`
    for (const [way, { here, clickhouse }] of Object.entries({ ours, objects, ready }))
      say(`${way.padEnd(8)} ${perRow(here)} CPU a row here, ${perRow(clickhouse)} in ClickHouse`)
    const disk = await measureDisk(at('ours'))
    const raw = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
    const compressed = compress(lines.join('\n'))
    say(
      `on disk ${(disk / lines.length).toFixed(0)} bytes a row; raw ${(raw / lines.length).toFixed(0)}, ` +
        `${compressed.by} ${(compressed.bytes / lines.length).toFixed(0)}`,
    )
    const busy = await whileSearching(at('busy'), lines)
    say(`while somebody searches: ${busy.rows} rows/s, searches p50 ${busy.p50} ms, p95 ${busy.p95} ms`)
    const figures = {
      objects_over_ours: round(sum(objects) / sum(ours)),
      ours_over_engine: round(ready.clickhouse / sum(ours)),
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

async function compareInserts(
  engine: number,
  at: (database: string) => StoreConnection,
  lines: readonly string[],
): Promise<Record<'ours' | 'objects' | 'ready', Cpu>> {
  const spent = { ours: zero(), objects: zero(), ready: zero() }
  for (const database of Object.keys(spent)) await emptyTable(at(database))
  const stores = { ours: createStore(at('ours')), ready: createStore(at('ready')) }
  const clients = { ours: connect(at('ours')), objects: connect(at('objects')) }
  for await (const { payloadId, events } of eventsOfLines(TENANT, lines)) {
    await spend(engine, spent.ours, () => insertEvents(stores.ours, payloadId, events))
    // As objects that somebody makes who knows the table.
    const values = await rowsOf(clients.ours, payloadId)
    await spend(engine, spent.objects, async () => {
      await clients.objects.insert({
        table: 'events',
        values,
        format: 'JSONEachRow',
        clickhouse_settings: OBJECTS,
      })
    })
    const { columns, block } = encodeEvents(events, DEFAULT_RETENTION_DAYS)
    await spend(engine, spent.ready, () =>
      stores.ready.insert({ table: 'events', columns, token: payloadId, block }),
    )
  }
  for (const open of [...Object.values(stores), ...Object.values(clients)]) await open.close()
  return spent
}

const OBJECTS = { async_insert: 0, date_time_input_format: 'best_effort' } as const
const zero = (): Cpu => ({ here: 0, clickhouse: 0 })
const sum = ({ here, clickhouse }: Cpu): number => here + clickhouse

async function rowsOf(client: ReturnType<typeof connect>, payloadId: string): Promise<object[]> {
  const answer = await client.query({
    query: 'SELECT * FROM events WHERE payload_id = {payloadId:UUID}',
    query_params: { payloadId },
    format: 'JSONEachRow',
  })
  return answer.json<object>()
}

/** What was made before is tidied up before: that is nobody's cost here. */
async function spend(engine: number, spent: Cpu, run: () => Promise<void>): Promise<void> {
  globalThis.gc?.()
  const own = process.cpuUsage()
  const before = processTreeCpu(engine)
  await run()
  const { user, system } = process.cpuUsage(own)
  spent.here += (user + system) / 1e6
  spent.clickhouse += processTreeCpu(engine) - before
}

async function emptyTable(connection: StoreConnection): Promise<void> {
  await migrateStore(connection)
  await command(connection, 'TRUNCATE TABLE events')
  await command(connection, 'SYSTEM STOP MERGES events')
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

async function whileSearching(connection: StoreConnection, lines: readonly string[]) {
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
  let seconds = 0
  for await (const { payloadId, events } of eventsOfLines(TENANT, lines)) {
    const started = performance.now()
    await insertEvents(store, payloadId, events)
    seconds += (performance.now() - started) / 1000
  }
  inserting = false
  await searching
  await store.close()
  return {
    rows: Math.round(lines.length / seconds),
    p50: Math.round(percentile(took, 0.5)),
    p95: Math.round(percentile(took, 0.95)),
  }
}

async function command(connection: StoreConnection, query: string): Promise<void> {
  const client = connect(connection)
  await client.command({ query })
  await client.close()
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

const round = (value: number): number => Math.round(value * 100) / 100

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
