import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import type { Event } from '#core/event/event'
import { createParseLine } from '#core/parse/parse-line'
import { parseSearch } from '#core/search/parse-search'
import { createStore } from '#core/store/create-store'
import { type EventQuery, eventWhere } from '#core/store/event-query'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { grantScope } from '#core/tenant/grant-scope'
import { type EmbeddedClickHouse, startClickHouse } from '../embedded/start-clickhouse.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'

/**
 * What the filters over fields without a column cost and save: a million real events with and without them, two of which are
 * unlike all others.
 */
const ROUNDS = 10
const ROWS_PER_INSERT = 10_000
const FILTERS = ['has_field', 'has_value', 'spans_time']
const SEARCHES = [
  'vendor.rare:*',
  'event.reason:needle-of-all',
  'winlog.event_data.LogonType:10',
  'winlog.event_data.LogonType:3',
]
const START = BigInt(Date.UTC(2026, 10, 1)) * 1_000_000n

type Line = Pick<Event, 'raw' | 'parser' | 'fields'>

async function main(): Promise<void> {
  const raws = await readCorpus()
  if (!raws) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const parseLine = createParseLine()
  const lines = raws.map((raw): Line => {
    const { fields, parser } = parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })
    return { raw, fields, parser }
  })
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const clickhouse = await startClickHouse({ home })
  try {
    await measure(clickhouse, 'without', lines)
    await measure(clickhouse, 'with', lines)
  } finally {
    await clickhouse.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function measure(clickhouse: EmbeddedClickHouse, name: 'with' | 'without', lines: readonly Line[]) {
  const { url, user, password } = clickhouse
  const database = `filters_${name}`
  await migrateStore({ url, user, password, database })
  const client = createClient({ url, username: user, password, database })
  const store = createStore({ url, user, password, database })
  const [pid = 0] = descendantsRunning('embedded/clickhouse')
  try {
    if (name === 'without')
      for (const filter of FILTERS) await client.command({ query: `ALTER TABLE events DROP INDEX ${filter}` })
    const tenantId = randomUUID()
    const before = processTreeCpu(pid)
    for (let round = 0; round < ROUNDS; round++)
      for (let at = 0; at < lines.length; at += ROWS_PER_INSERT) {
        const some = lines.slice(at, at + ROWS_PER_INSERT)
        const payloadId = randomUUID()
        await insertEvents(
          store,
          payloadId,
          some.map((line, position) =>
            eventOf(line, { tenantId, payloadId, position }, round * lines.length + at),
          ),
        )
      }
    const rows = ROUNDS * lines.length
    const cpu = ((processTreeCpu(pid) - before) * 1e6) / rows
    const answer = await client.query({
      query: `SELECT sum(bytes_on_disk) / ${rows}, (SELECT sum(data_compressed_bytes) / ${rows}
          FROM system.data_skipping_indices WHERE database = currentDatabase() AND name IN {filters:Array(String)})
        FROM system.parts WHERE database = currentDatabase() AND table = 'events' AND active`,
      query_params: { filters: FILTERS },
      format: 'JSONCompact',
    })
    const [sizes = []] = (await answer.json<[number, number]>()).data
    say(`${name} the filters: ${rows} rows, ${round(cpu)} us CPU of ClickHouse per row inserted`)
    say(`  ${round(sizes[0] ?? 0)} bytes on disk per row, ${round(sizes[1] ?? 0)} of them filters`)
    for (const text of SEARCHES) {
      const parsed = parseSearch(text)
      if (!parsed.ok) throw new Error(text)
      const query: EventQuery = { range: { from: 0n, to: 2n ** 62n }, search: parsed.tree }
      const { condition, params } = eventWhere(query)
      const sql = `SELECT count() FROM events WHERE ${condition}`
      const { rows: counted, stats } = await store.read(grantScope([tenantId]), { sql, params })
      say(`  ${text}: ${counted[0]?.[0]} found, ${stats.rowsRead} rows read, ${round(stats.elapsedMs)} ms`)
    }
  } finally {
    await store.close()
    await client.close()
  }
}

function eventOf(
  { raw, parser, fields }: Line,
  ids: { tenantId: string; payloadId: string; position: number },
  first: number,
): Event {
  const number = first + ids.position
  const rare = number === 123_456 ? { 'vendor.rare': 'one' } : {}
  const needle = number === 223_456 ? { 'event.reason': 'needle-of-all' } : {}
  return {
    ...{ ...ids, eventId: randomUUID(), sourceId: ids.tenantId, site: '', received: Date.now() },
    ...{ time: START + BigInt(number) * 100_000_000n, raw, parser, backfill: false },
    fields: { ...fields, ...rare, ...needle },
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
