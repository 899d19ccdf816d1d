import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Chance, createChance } from '../../../e2e/testkit/create-chance.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event, Fields } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope, type TenantScope } from '../../tenant/grant-scope.ts'
import { connect } from '../connection.ts'
import type { EventQuery } from '../event-query.ts'
import { insertEvents } from '../insert-events.ts'
import { insertRevision } from '../insert-revision.ts'
import { migrateStore } from '../migrate-store.ts'
import { countEvents } from '../queries/count-events.ts'
import { eventHistogram } from '../queries/event-histogram.ts'
import { createReparseLedger } from '../reparse/create-reparse-ledger.ts'
import type { Slice } from '../reparse/slice.ts'
import { LEASE_MS } from '../reparse/watch-open-slices.ts'
import type { RetentionLimits } from '../retention-limits.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

const DAY_MS = 86_400_000
const SECOND = 1_000_000_000n
const HOUR = 3_600n * SECOND
/** Noon of yesterday: what came in then is in no partition that is about to go. */
const NOON = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2
const start = BigInt(NOON) * 1_000_000n
const [OURS, THEIRS, DOOR, GATE] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const [ours, theirs, both] = [grantScope([OURS]), grantScope([THEIRS]), grantScope([OURS, THEIRS])]
/** Finds each event, and is nothing that rollups could answer. */
const parsed = parseSearch('nightjar.parser:*')
const everything = parsed.ok ? parsed.tree : undefined
const EVERYTHING = { query: { range: { from: -(10n ** 21n), to: 10n ** 21n } }, buckets: 10, by: undefined }
const FIRST_HOURS = { range: { from: start, to: start + 4n * HOUR } }

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let limits: RetentionLimits[]
beforeEach(async () => {
  limits = []
  await clickhouse?.drop()
  clickhouse = await freshClickHouse({
    limitsOf: async ({ tenantIds }) => limits.filter(({ tenantId }) => tenantIds.includes(tenantId)),
  })
})
afterAll(() => clickhouse.drop())

function fieldsOf({ pick, happens, below, some }: Chance): Fields {
  return {
    ...(happens(0.8) && { 'event.category': some(2, () => pick(['web', 'file', 'network', 'process'])) }),
    ...(happens(0.8) && { 'event.outcome': pick(['success', 'failure', 'unknown']) }),
    ...(happens(0.8) && { 'event.severity': pick([0, 1, 40, 99, 100, 250]) }),
    ...(happens(0.2) && { 'nightjar.suspected_by': ['product', 'rule'] }),
    ...(happens(0.7) && { 'host.name': `host-${below(8)}` }),
  }
}

/** Events of three hours, some of them years away. */
function eventsOf(tenantId: string, seed: number, rows = 400): Event[] {
  const chance = createChance(seed)
  const payloadId = randomUUID()
  return Array.from({ length: rows }, (_, position): Event => {
    const away = chance.happens(0.05)
      ? chance.pick([-(10n ** 20n), 200n * 365n * 24n * HOUR, -60n * 365n * 24n * HOUR])
      : 0n
    return {
      ...{
        eventId: randomUUID(),
        tenantId,
        sourceId: chance.pick([DOOR, GATE]),
        payloadId,
        position,
        site: '',
      },
      ...{ received: NOON + position * 1_000, raw: 'a line', parser: 'test@1', backfill: false },
      time: start + BigInt(chance.below(10_800_000)) * 1_000_000n + away,
      fields: fieldsOf(chance),
    }
  })
}

const insert = (events: readonly Event[]) =>
  insertEvents(clickhouse.store, events[0]?.payloadId ?? '', events)

/** A range of odd beginnings and ends, or of none, and a filter. */
function askedOf(chance: Chance): { query: EventQuery; buckets: number; by: string | undefined } {
  const { below, happens, pick, some } = chance
  const minute = 60n * SECOND
  const [a, b] = [below(180), 1 + below(180)]
  const odd = () => (happens(0.6) ? BigInt(below(60_000)) * 1_000_000n + BigInt(below(3)) : 0n)
  const range = happens(0.2)
    ? { from: -(10n ** 21n), to: 10n ** 21n }
    : { from: start + BigInt(a) * minute + odd(), to: start + BigInt(a + b) * minute + odd() }
  const query = {
    range,
    ...(happens(0.3) && { outcome: some(2, () => pick(['success', 'failure'])) }),
    ...(happens(0.3) && { category: some(2, () => pick(['web', 'file'])) }),
    ...(happens(0.3) && { minSeverity: pick([0, 1, 41, 99.5, 100, 101]) }),
  }
  return {
    query,
    buckets: pick([1, 3, 60, 300]),
    by: pick([undefined, 'event.category', 'nightjar.source', 'nightjar.tenant']),
  }
}

/** Asks of rollups and of events alone. @returns rows read of each */
async function compare(scope: TenantScope, { query, buckets, by }: ReturnType<typeof askedOf>) {
  const wish = { buckets, by, most: 2 }
  const { store } = clickhouse
  const [{ stats, ...rolled }, alone, found] = await Promise.all([
    eventHistogram(store, scope, query, wish),
    eventHistogram(store, scope, { ...query, search: everything }, wish),
    countEvents(store, scope, query),
  ])
  expect(rolled).toEqual({ ...alone, stats: undefined })
  expect(rolled.total).toBe(found)
  for (const { total, counts } of rolled.series ?? [])
    expect(counts.reduce((sum, n) => sum + n, 0n)).toBe(total)
  const inSeries = rolled.series?.reduce((sum, { total }) => sum + total, 0n)
  expect(inSeries ?? rolled.total).toBe(rolled.total)
  return { total: rolled.total, rolled: stats.rowsRead, alone: alone.stats.rowsRead }
}

async function compareMany(scopes: readonly TenantScope[], seed: number, times: number): Promise<void> {
  const chance = createChance(seed)
  let found = 0n
  for (let n = 0; n < times; n++) found += (await compare(chance.pick(scopes), askedOf(chance))).total
  expect(found).toBeGreaterThan(0n)
}

async function command(query: string): Promise<void> {
  const client = connect(clickhouse.connection)
  await client.command({ query, clickhouse_settings: { mutations_sync: '2' } })
  await client.close()
}

/** What is to the minute may differ between two questions with its end between them: then both are asked again. */
async function insideAMinute(ask: () => Promise<void>): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000)
  try {
    await ask()
  } catch (error) {
    if (Math.floor(Date.now() / 60_000) === minute) throw error
    await command('TRUNCATE TABLE events')
    await command('TRUNCATE TABLE rollups')
    await ask()
  }
}

describe('a histogram of rollups', () => {
  it('is that of the events, whatever range and filter, however often a payload comes, and of its tenants alone', async () => {
    const events = eventsOf(OURS, 1)
    for (const batch of [events, eventsOf(THEIRS, 2, 300), events, eventsOf(OURS, 3)]) await insert(batch)
    await compareMany([ours, theirs, both], 4, 20)
    for (const [scope, total] of [
      [ours, 800n],
      [theirs, 300n],
    ] as const)
      expect((await compare(scope, EVERYTHING)).total).toBe(total)
  })

  it('is right about the last moments before 1970', async () => {
    const times = [-60_500n, -60_000n, -500n, 0n, 500n, 60_000n].map((millis) => millis * 1_000_000n)
    await insert(eventsOf(OURS, 21, times.length).map((event, n) => ({ ...event, time: times[n] ?? 0n })))
    for (const [from, to] of [
      [-120n, 0n],
      [-60n, 60n],
      [-60n, 120n],
      [0n, 120n],
      [-7_200n, 7_200n],
    ] as const)
      for (const buckets of [1, 2, 60])
        await compare(ours, {
          query: { range: { from: from * SECOND, to: to * SECOND } },
          buckets,
          by: undefined,
        })
  })

  it('reads few rows where many events fall into a minute', async () => {
    const events = eventsOf(OURS, 5, 20_000).map((event, n) => ({
      ...event,
      time: start + BigInt(n) * SECOND,
      fields: {},
    }))
    await insert(events)
    const query = { range: { from: start + 1n, to: start + 19_999n * SECOND } }
    const { total, rolled, alone } = await compare(ours, { query, buckets: 60, by: undefined })
    expect(total).toBe(19_998n)
    expect(rolled).toBeLessThan(alone / 2n)
  })

  it('follows a reparse from one moment to the next, and stays where it is undone', async () => {
    const events = eventsOf(OURS, 6)
    await insert(events)
    await insert(eventsOf(THEIRS, 6))
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: OURS, sourceId: undefined, from: NOON, to: NOON + DAY_MS }
    // Within a minute of receipt, at its beginning and at its end.
    const slice: Slice = { run, revision: 1, retentionClass: 1095, from: NOON + 90_500, to: NOON + 300_500 }
    const others = eventsOf(OURS, 7)
    const anew = events
      .filter(({ received }) => received >= slice.from && received < slice.to)
      .map((event, n) => ({
        ...event,
        ...(n % 2 && { fields: others[n]?.fields ?? {}, time: event.time + 90n * SECOND }),
      }))
    const write = async () => {
      await ledger.mark(slice, 'writing')
      await sleep(LEASE_MS)
      await insertRevision(clickhouse.store, slice, randomUUID(), { events: anew, detections: [] })
      await ledger.correctCounts(slice)
    }
    const ask = () =>
      eventHistogram(clickhouse.store, both, FIRST_HOURS, { buckets: 180, by: 'event.category', most: 9 })
    const { stats: _, ...before } = await ask()
    await write()
    expect(await ask()).toMatchObject(before)
    await compareMany([ours, both], 8, 5)
    await ledger.removeNew(slice)
    await ledger.mark(slice, 'dropped')
    expect(await ask()).toMatchObject(before)

    Object.assign(slice, { revision: 2 })
    await write()
    await ledger.mark(slice, 'swapped')
    await compareMany([ours, both], 9, 5)
    await ledger.removeOld(slice)
    await ledger.mark(slice, 'done')
    await ledger.close()
    await compareMany([ours, theirs, both], 10, 5)
    const { stats: __, ...after } = await ask()
    expect(after.total).toBe(before.total)
    expect(after.buckets).not.toEqual(before.buckets)
  })

  it('hides what source and tenant show no longer, to the minute of receipt', async () => {
    await insideAMinute(async () => {
      const edge = Math.floor(Date.now() / 60_000) * 60_000 - DAY_MS
      const around = (tenantId: string, seed: number) =>
        eventsOf(tenantId, seed, 200).map((event, n) => ({
          ...event,
          received: edge + ([-60_001, -1, 0, 60_000][n % 4] ?? 0),
        }))
      const [mine, foreign] = [around(OURS, 11), around(THEIRS, 12)]
      await insert(mine)
      await insert(foreign)
      limits = [
        { tenantId: OURS, days: undefined, sources: [{ sourceId: DOOR, days: 1 }] },
        { tenantId: THEIRS, days: 1, sources: [{ sourceId: GATE, days: 2 }] },
      ]
      await compareMany([ours, theirs, both], 13, 5)
      const late = ({ received }: Event) => received >= edge
      const shown = mine.filter((event) => event.sourceId === GATE || late(event)).length
      expect((await compare(ours, EVERYTHING)).total).toBe(BigInt(shown))
      const others = foreign.filter((event) => event.sourceId === GATE || late(event)).length
      expect((await compare(theirs, EVERYTHING)).total).toBe(BigInt(others))
    })
  })

  it('counts nothing that ClickHouse has dropped by its class', async () => {
    const received = Date.now() - 23 * 3_600_000
    const [day, year] = [14, 15].map((seed) =>
      eventsOf(OURS, seed, 100).map((event) => ({ ...event, received })),
    )
    await insertEvents(clickhouse.store, randomUUID(), day as Event[], 1)
    await insertEvents(clickhouse.store, randomUUID(), year as Event[], 365)
    expect((await compare(ours, EVERYTHING)).total).toBe(200n)
    // A part goes when all of its rows are over; those of other classes stay.
    const partition = new Date(received).toISOString().slice(0, 10).replaceAll('-', '')
    await command(`ALTER TABLE events DROP PARTITION (${partition}, 1)`)
    expect((await compare(ours, EVERYTHING)).total).toBe(100n)
    await compareMany([ours], 16, 5)
    const { rows } = await clickhouse.store.read(ours, {
      sql: `SELECT sum(events) FROM rollups WHERE ${IN_SCOPE}`,
    })
    expect(rows).toEqual([['200']])
  })

  it('asks events about what came in before there were rollups', async () => {
    await insert(eventsOf(OURS, 17))
    await command('TRUNCATE TABLE rollups')
    expect((await eventHistogram(clickhouse.store, ours, FIRST_HOURS, { buckets: 1 })).total).toBe(0n)
    await command('TRUNCATE TABLE migrations')
    await migrateStore(clickhouse.connection)
    expect((await compare(ours, EVERYTHING)).total).toBe(400n)
  })

  it('is made up for by the retry of an insert that broke off before it', async () => {
    const events = eventsOf(OURS, 18)
    await command('DETACH TABLE rollups_of_events')
    await insert(events)
    await command('ATTACH TABLE rollups_of_events')
    for (let time = 0; time < 2; time++) await insert(events)
    await compareMany([ours], 19, 5)
    expect((await compare(ours, EVERYTHING)).total).toBe(400n)
  })

  it('is hidden from a statement that forgets its tenant', async () => {
    for (const tenantId of [OURS, THEIRS]) await insert(eventsOf(tenantId, 20, 20))
    const sql = 'SELECT DISTINCT tenant_id FROM rollups'
    expect((await clickhouse.store.read(theirs, { sql })).rows).toEqual([[THEIRS]])
  })
})
