import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneShardCluster } from '../../e2e/testkit/one-shard-cluster.ts'
import { tenEventsOf, tenMinutes } from '../../e2e/testkit/ten-events-of.ts'
import type { Detection } from '../event/detection.ts'
import { parseSearch } from '../search/parse-search.ts'
import { grantScope, type TenantScope } from '../tenant/grant-scope.ts'
import { connect } from './connection.ts'
import { createStore } from './create-store.ts'
import { hasNewServer } from './has-new-server.ts'
import { insertDetections } from './insert-detections.ts'
import { insertEvents } from './insert-events.ts'
import { migrateStore } from './migrate-store.ts'
import { eventHistogram } from './queries/event-histogram.ts'
import { fieldValues } from './queries/field-values.ts'
import { listEvents } from './queries/list-events.ts'
import { payloadStored } from './queries/payload-stored.ts'
import type { RetentionLimits } from './retention-limits.ts'
import type { Store } from './store.ts'

const [OURS, THEIRS] = [randomUUID(), randomUUID()]
const [ours, theirs] = [grantScope([OURS]), grantScope([THEIRS])]
const payloads = new Map<string, string>([
  [OURS, randomUUID()],
  [THEIRS, randomUUID()],
])
/** Finds each event, and is nothing that rollups could answer. */
const parsed = parseSearch('nightjar.parser:*')
const everything = parsed.ok ? parsed.tree : undefined
let cluster: Awaited<ReturnType<typeof oneShardCluster>>
let store: Store
let limits: RetentionLimits[] = []

beforeAll(async () => {
  cluster = await oneShardCluster()
  const limitsOf = async ({ tenantIds }: TenantScope) =>
    limits.filter(({ tenantId }) => tenantIds.includes(tenantId))
  store = createStore({ ...cluster.connection, limitsOf })
  for (const [tenantId, payloadId] of payloads) {
    const events = tenEventsOf(tenantId).map((event) => ({ ...event, payloadId }))
    const detections = events.slice(0, 3).map(
      (event): Detection => ({
        ...{ detectionId: randomUUID(), eventId: event.eventId, eventTime: event.time, payloadId, tenantId },
        ...{ sourceId: event.sourceId, received: event.received, ruleId: 'r1', ruleTitle: 'R', level: 'low' },
        ...{ attack: [], backfill: false, shadow: false, ruleSet: '' },
        entity: { site: '', kind: 'host', value: 'h' },
      }),
    )
    for (const _ of ['once', 'again']) {
      await insertEvents(store, payloadId, events)
      await insertDetections(store, payloadId, detections)
    }
  }
})
afterAll(async () => {
  await store.close()
  await cluster.stop()
})

describe('on a cluster of one shard', () => {
  it('a payload is stored once, and read by its tenant alone', async () => {
    for (const [scope, tenantId, other] of [
      [ours, OURS, THEIRS],
      [theirs, THEIRS, OURS],
    ] as const) {
      const stored = (payloadOf: string) => payloadStored(store, scope, payloads.get(payloadOf) ?? '')
      expect(await stored(tenantId)).toEqual({ events: 10, detections: 3 })
      expect(await stored(other)).toEqual({ events: 0, detections: 0 })
      const page = await listEvents(store, scope, { range: tenMinutes }, { first: 50 })
      expect(page.events.map((event) => event.tenantId)).toEqual(Array(10).fill(tenantId))
      expect(page.events.at(-1)?.fields.message).toBe('message 0')
      expect((await eventHistogram(store, scope, { range: tenMinutes }, { buckets: 10 })).total).toBe(10n)
    }
  })

  it('events are counted by the minute, each payload once', async () => {
    for (const [scope, tenantId] of [
      [ours, OURS],
      [theirs, THEIRS],
    ] as const) {
      const wish = { buckets: 10, by: 'event.category', most: 5 }
      const rolled = await eventHistogram(store, scope, { range: tenMinutes }, wish)
      const alone = await eventHistogram(store, scope, { range: tenMinutes, search: everything }, wish)
      expect({ ...rolled, stats: undefined }).toEqual({ ...alone, stats: undefined })
      expect(rolled.total).toBe(10n)
      const whose = 'SELECT tenant_id, sum(events) FROM rollups GROUP BY tenant_id'
      expect((await store.read(scope, { sql: whose })).rows).toEqual([[tenantId, '10']])
    }
  })

  it('a statement within a statement is asked of all shards', async () => {
    const query = { range: tenMinutes, ruleIds: ['r1'] }
    expect((await listEvents(store, ours, query, { first: 50 })).events).toHaveLength(3)
  })

  it('events are told apart by what rules found, on all shards and of the tenant alone', async () => {
    const wish = { buckets: 1, by: 'rule.id', most: 5 }
    const { series } = await eventHistogram(store, ours, { range: tenMinutes }, wish)
    expect(series?.map(({ value, total }) => [value, total])).toEqual([
      ['r1', 3n],
      [undefined, 7n],
    ])
    expect(await fieldValues(store, ours, { range: tenMinutes, search: everything }, 'rule.id', 5)).toEqual([
      { value: 'r1', count: 3n },
    ])
  })

  it('a page of several tenants has the newest of both', async () => {
    const both = grantScope([OURS, THEIRS])
    const range = { from: tenMinutes.to - 86_400_000_000_000n, to: tenMinutes.to }
    const { events, hasNextPage } = await listEvents(store, both, { range }, { first: 4 })
    expect(events.map(({ fields }) => fields.message)).toEqual([
      'message 9',
      'message 9',
      'message 8',
      'message 8',
    ])
    expect(hasNextPage).toBe(true)
  })

  it.each([
    'SELECT DISTINCT tenant_id FROM events',
    'SELECT DISTINCT tenant_id FROM events_local',
    'SELECT DISTINCT tenant_id FROM spread.detections',
    'SELECT DISTINCT tenant_id FROM detections_local',
    'SELECT DISTINCT tenant_id FROM rollups',
    'SELECT DISTINCT tenant_id FROM rollups_local',
    'SELECT DISTINCT e.tenant_id FROM events AS e INNER JOIN detections AS d ON d.event_time = e.event_time',
    'SELECT DISTINCT tenant_id FROM events WHERE event_time IN (SELECT event_time FROM detections)',
    'WITH all AS (SELECT tenant_id FROM events_local UNION ALL SELECT tenant_id FROM events) SELECT DISTINCT tenant_id FROM all',
    'SELECT DISTINCT (SELECT any(tenant_id) FROM events) FROM detections',
    "SELECT DISTINCT tenant_id FROM cluster('burrow', spread, events_local)",
  ])('the second wall keeps a statement that forgets its tenant inside the scope: %s', async (sql) => {
    expect((await store.read(ours, { sql })).rows).toEqual([[OURS]])
    expect((await store.read(theirs, { sql })).rows).toEqual([[THEIRS]])
  })

  it('rows of another tenant decide nothing within a statement either', async () => {
    const sql = `SELECT count() FROM events WHERE event_id IN (SELECT event_id FROM detections)`
    expect((await store.read(ours, { sql })).rows).toEqual([['3']])
    const sum = 'SELECT (SELECT count() FROM events) + (SELECT count() FROM detections_local)'
    expect((await store.read(ours, { sql: sum })).rows).toEqual([['13']])
  })

  it('what is older than somebody says is hidden', async () => {
    limits = [{ tenantId: OURS, days: -1, sources: [] }]
    expect((await listEvents(store, ours, { range: tenMinutes }, { first: 50 })).events).toEqual([])
    expect((await listEvents(store, theirs, { range: tenMinutes }, { first: 50 })).events).toHaveLength(10)
    limits = []
  })
})

it('ClickHouse takes the statements that make replicated tables, and Distributed ones before them', async () => {
  expect(Object.fromEntries(await cluster.createReplicated())).toMatchObject({
    ...{ events: 'Distributed', events_local: 'ReplicatedMergeTree' },
    ...{ detections: 'Distributed', detections_local: 'ReplicatedMergeTree' },
    ...{ rollups: 'Distributed', rollups_local: 'ReplicatedAggregatingMergeTree' },
    reparses: 'ReplicatedReplacingMergeTree',
  })
})

it('a server is told from one that lacks the tables', async () => {
  const client = connect(cluster.connection)
  expect(await hasNewServer(client, { cluster: 'burrow', database: 'spread' })).toBe(false)
  expect(await hasNewServer(client, { cluster: 'burrow', database: 'elsewhere' })).toBe(true)
  await client.close()
})

it('a database of a cluster is not taken for one of a server', async () => {
  await expect(migrateStore({ ...cluster.connection, cluster: undefined })).rejects.toMatchObject({
    ...{ name: 'UserError', code: 'CONFLICT' },
  })
})
