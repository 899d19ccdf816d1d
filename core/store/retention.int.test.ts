import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import type { Detection } from '../event/detection.ts'
import type { Event } from '../event/event.ts'
import { grantScope, type TenantScope } from '../tenant/grant-scope.ts'
import { connect } from './connection.ts'
import { insertDetections } from './insert-detections.ts'
import { insertEvents } from './insert-events.ts'
import { eventHistogram } from './queries/event-histogram.ts'
import { listEvents } from './queries/list-events.ts'
import { payloadStored } from './queries/payload-stored.ts'
import type { RetentionLimits } from './retention-limits.ts'
import { IN_SCOPE } from './tenant-walls.ts'

const DAY_MS = 86_400_000
const [OURS, THEIRS] = [randomUUID(), randomUUID()]
const [DOOR, GATE] = [randomUUID(), randomUUID()]
const [ours, theirs, both] = [grantScope([OURS]), grantScope([THEIRS]), grantScope([OURS, THEIRS])]

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let client: ReturnType<typeof connect>
let limits: RetentionLimits[]

beforeAll(async () => {
  const limitsOf = async ({ tenantIds }: TenantScope) =>
    limits.filter(({ tenantId }) => tenantIds.includes(tenantId))
  clickhouse = await freshClickHouse({ limitsOf })
  client = connect(clickhouse.connection)
})
beforeEach(async () => {
  limits = []
  for (const table of ['events', 'detections', 'rollups', 'edges', 'entities'])
    await client.command({ query: `TRUNCATE TABLE ${table}` })
})
afterAll(async () => {
  await client.close()
  await clickhouse.drop()
})

interface Rows {
  tenantId: string
  received: number
  sourceId?: string
  retentionClass?: number
  time?: bigint
  count?: number
}

/** Events and their detections. @returns the payload's id */
async function store({ tenantId, received, sourceId = DOOR, retentionClass, time, count = 2 }: Rows) {
  const payloadId = randomUUID()
  const events = Array.from(
    { length: count },
    (_, position): Event => ({
      ...{ eventId: randomUUID(), tenantId, sourceId, site: '', payloadId, position, received },
      ...{ time: time ?? BigInt(received) * 1_000_000n + BigInt(position), raw: 'open', parser: 'raw@1' },
      ...{ backfill: false, fields: { message: 'open' } },
    }),
  )
  const detections = events.map(
    (event): Detection => ({
      ...{ detectionId: randomUUID(), eventId: event.eventId, eventTime: event.time, payloadId, tenantId },
      ...{ sourceId, received, ruleId: 'r', ruleTitle: 'R', level: 'low', attack: [], backfill: false },
      ...{ entity: { site: '', kind: 'host', value: 'h' }, shadow: false, ruleSet: '' },
    }),
  )
  await insertEvents(clickhouse.store, payloadId, events, retentionClass)
  await insertDetections(clickhouse.store, payloadId, detections, retentionClass)
  return payloadId
}

/** Rows of both tables by source or tenant, as somebody sees them. */
async function seen(scope: TenantScope, column: 'source_id' | 'tenant_id' = 'tenant_id') {
  const rows = await Promise.all(
    ['events', 'detections'].map(async (table) => {
      const sql = `SELECT ${column}, count() FROM ${table} WHERE ${IN_SCOPE} GROUP BY ${column}`
      const answer = await clickhouse.store.read(scope, { sql })
      return new Map(answer.rows.map(([id, count]) => [String(id), Number(count)]))
    }),
  )
  expect(rows[1]).toEqual(rows[0])
  return rows[0]
}

describe('a class of rows', () => {
  it('is dropped by ClickHouse when its days are over; other classes and tenants stay', async () => {
    const almost = Date.now() - 30 * DAY_MS + 8_000
    await store({ tenantId: OURS, received: almost, retentionClass: 30 })
    await store({ tenantId: OURS, received: almost, retentionClass: 90 })
    await store({ tenantId: THEIRS, received: almost, retentionClass: 90 })
    expect(await seen(both)).toEqual(
      new Map([
        [OURS, 4],
        [THEIRS, 2],
      ]),
    )
    const left = async () => {
      for (const table of ['events', 'detections'])
        await client.command({ query: `OPTIMIZE TABLE ${table} FINAL` })
      return seen(both)
    }
    await expect.poll(left, { interval: 500, timeout: 30_000 }).toEqual(
      new Map([
        [OURS, 2],
        [THEIRS, 2],
      ]),
    )
    const parts = `SELECT DISTINCT table, partition FROM system.parts
      WHERE database = currentDatabase() AND active AND rows > 0 AND table IN ('events', 'detections')`
    const answer = await client.query({ query: parts, format: 'JSONEachRow' })
    const partitions = (await answer.json<{ partition: string }>()).map(({ partition }) => partition)
    expect(partitions).toHaveLength(2)
    for (const partition of partitions) expect(partition).toMatch(/,90\)$/)
  })

  it('that is over when its rows come takes in none of them and fails nobody', async () => {
    await store({ tenantId: OURS, received: Date.now() - 31 * DAY_MS, retentionClass: 30 })
    await store({ tenantId: THEIRS, received: Date.now() - 31 * DAY_MS, retentionClass: 90 })
    expect(await seen(both)).toEqual(new Map([[THEIRS, 2]]))
  })
})

describe('a finer limit', () => {
  it('hides what a source keeps longer than it says, from this tenant only', async () => {
    const [old, fresh] = [Date.now() - 31 * DAY_MS, Date.now() - 29 * DAY_MS]
    for (const tenantId of [OURS, THEIRS])
      for (const sourceId of [DOOR, GATE])
        for (const received of [old, fresh])
          await store({
            tenantId,
            sourceId: `${sourceId.slice(0, -1)}${tenantId === OURS ? 1 : 2}`,
            received,
          })
    const [door, gate] = [DOOR, GATE].map((id) => `${id.slice(0, -1)}1`) as [string, string]
    limits = [{ tenantId: OURS, days: undefined, sources: [{ sourceId: door, days: 30 }] }]
    expect(await seen(ours, 'source_id')).toEqual(
      new Map([
        [door, 2],
        [gate, 4],
      ]),
    )
    expect(await seen(theirs)).toEqual(new Map([[THEIRS, 8]]))
    expect(await seen(both)).toEqual(
      new Map([
        [OURS, 6],
        [THEIRS, 8],
      ]),
    )
  })

  it('of a tenant holds for the sources that say nothing, and leaves whole partitions unread', async () => {
    for (let day = 1; day <= 40; day += 3)
      for (const [tenantId, sourceId] of [
        [OURS, DOOR],
        [OURS, GATE],
        [THEIRS, DOOR],
      ] as const)
        await store({ tenantId, sourceId, received: Date.now() - day * DAY_MS - 60_000, count: 1 })
    const sql = `SELECT count(), max(received) FROM events WHERE ${IN_SCOPE} AND raw = 'open'`
    const unlimited = await clickhouse.store.read(ours, { sql })
    limits = [{ tenantId: OURS, days: 10, sources: [{ sourceId: GATE, days: 20 }] }]
    expect(await seen(ours, 'source_id')).toEqual(
      new Map([
        [DOOR, 3],
        [GATE, 7],
      ]),
    )
    const limited = await clickhouse.store.read(ours, { sql })
    expect([unlimited.rows[0]?.[0], limited.rows[0]?.[0]]).toEqual(['28', '10'])
    expect(limited.stats.rowsRead).toBeLessThan(unlimited.stats.rowsRead)
    expect(await seen(theirs)).toEqual(new Map([[THEIRS, 14]]))
  })

  it('does not hide from workers what is there: a payload tried again is not stored twice', async () => {
    const payloadId = await store({ tenantId: OURS, received: Date.now() - 5 * DAY_MS })
    limits = [{ tenantId: OURS, days: 1, sources: [] }]
    expect(await seen(ours)).toEqual(new Map())
    expect(await payloadStored(clickhouse.store, ours, payloadId)).toEqual({ events: 2, detections: 2 })
    expect(await payloadStored(clickhouse.store, theirs, payloadId)).toEqual({ events: 0, detections: 0 })
  })
})

describe('a tenant whose rows are odd or many', () => {
  it('forges event times without harm to the payload of another, or to its own', async () => {
    const received = Date.now()
    const payloadId = randomUUID()
    const year = (name: string) => BigInt(Date.parse(`${name}-01-01T00:00:00Z`)) * 1_000_000n
    const times = [year('1970'), year('2250'), BigInt(received) * 1_000_000n, -(10n ** 25n), 10n ** 25n]
    const events = [THEIRS, OURS].flatMap((tenantId, tenant) =>
      (tenantId === THEIRS ? times : [BigInt(received) * 1_000_000n]).map(
        (time, at): Event => ({
          ...{ eventId: randomUUID(), tenantId, sourceId: DOOR, site: '', payloadId, received, time },
          ...{ position: 10 * tenant + at, raw: 'x', parser: 'raw@1', backfill: false, fields: {} },
        }),
      ),
    )
    await insertEvents(clickhouse.store, payloadId, events, 90)
    const around = {
      from: BigInt(received - 60_000) * 1_000_000n,
      to: BigInt(received + 60_000) * 1_000_000n,
    }
    const mine = await listEvents(clickhouse.store, ours, { range: around }, { first: 10 })
    expect(mine.events).toHaveLength(1)
    expect(await payloadStored(clickhouse.store, theirs, payloadId)).toMatchObject({ events: times.length })
    // However far apart the times are, the payload is one partition, which expires as a whole.
    const sql = `SELECT count() FROM system.parts WHERE database = currentDatabase() AND table = 'events' AND active`
    const answer = await client.query({ query: sql, format: 'JSONCompactEachRow' })
    expect(Number((await answer.json<[string]>())[0]?.[0])).toBe(1)
  })

  it('has a million rows, and a search in the hundred of another reads few of them', async () => {
    const now = Date.now()
    await store({ tenantId: OURS, received: now, count: 100 })
    await client.command({
      query: `INSERT INTO events (tenant_id, event_time, event_id, received, retention_class, raw)
        SELECT {tenant:UUID}, fromUnixTimestamp64Milli({now:Int64} - number, 'UTC'), generateUUIDv4(),
          fromUnixTimestamp64Milli({now:Int64}, 'UTC'), 1095, 'open' FROM numbers(1000000)`,
      query_params: { tenant: THEIRS, now },
    })
    const range = { from: BigInt(now - DAY_MS) * 1_000_000n, to: BigInt(now + DAY_MS) * 1_000_000n }
    const small = await listEvents(clickhouse.store, ours, { range }, { first: 50 })
    expect(small.events).toHaveLength(50)
    expect(small.stats.rowsRead).toBeLessThan(20_000n)
    const histogram = await eventHistogram(clickhouse.store, ours, { range }, { buckets: 20 })
    expect(histogram.total).toBe(100n)
    const sql = `SELECT count() FROM events WHERE ${IN_SCOPE} AND raw LIKE '%pen'`
    const [few, many] = await Promise.all(
      [ours, theirs].map((scope) => clickhouse.store.read(scope, { sql })),
    )
    expect([few?.rows[0]?.[0], many?.rows[0]?.[0]]).toEqual(['100', '1000000'])
    expect(few?.stats.rowsRead).toBeLessThan(20_000n)
    expect(many?.stats.rowsRead).toBeGreaterThanOrEqual(1_000_000n)
  })
})
