import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterEach, describe, expect, inject, it, onTestFinished, type TestContext } from 'vitest'
import { readConfig } from '#core/config'
import { detectionId } from '#core/detect/detection-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { rawLogs } from '#core/queues/raw-logs'
import { listAlerts } from '#core/records/alerts/list-alerts'
import { changeSource } from '#core/records/sources'
import type { StoreConnection } from '#core/store/connection'
import { insertDetections } from '#core/store/insert-detections'
import { detectionsOfPayload } from '#core/store/queries/detections-of-payload'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { freshClickHouse } from '../e2e/testkit/fresh-clickhouse.ts'
import { openGate } from '../e2e/testkit/open-gate.ts'
import { sourceWithToken, startDoor } from '../e2e/testkit/start-door.ts'
import { twoTenants } from '../e2e/testkit/two-tenants.ts'
import { type RunningWorker, startWorker } from './main.ts'

const SSH_ROOT =
  '<38>Nov 23 10:00:00 web01 sshd[4711]: Accepted password for root from 203.0.113.9 port 4711 ssh2'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function rig(redisUrl?: string) {
  const [tenants, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
  closing.push(tenants.close, clickhouse.drop)
  const door = await startDoor({ postgresUrl: tenants.appUrl, redisUrl, records: tenants.records })
  closing.push(door.close)
  const worker = () => runWorker(tenants.appUrl, clickhouse.connection, redisUrl)
  return { tenants, clickhouse, door, worker, store: clickhouse.store }
}

async function runWorker(
  postgresUrl: string,
  { url, user, password, database }: StoreConnection,
  redisUrl?: string,
): Promise<RunningWorker> {
  const config = readConfig({
    NODE_ENV: 'test',
    NIGHTJAR_POSTGRES_URL: postgresUrl,
    NIGHTJAR_CLICKHOUSE_URL: url,
    NIGHTJAR_CLICKHOUSE_USER: user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: password,
    NIGHTJAR_CLICKHOUSE_DATABASE: database,
    NIGHTJAR_REDIS_URL: redisUrl,
    NIGHTJAR_WORKER_PORT: '0',
  })
  const worker = await startWorker(config, pino({ level: 'silent' }))
  closing.push(() => worker.close())
  return worker
}

async function send(
  url: string,
  secret: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${url}/ingest/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson', ...headers },
    body,
  })
  const answer = (await response.json()) as { accepted: number; payloadId: string }
  return { status: response.status, ...answer }
}

/** Rows, and how many different lines they hold. */
async function stored(store: Store, scope: TenantScope): Promise<number[]> {
  const sql = 'SELECT count(), uniqExact(raw) FROM events WHERE tenant_id IN {tenants:Array(UUID)}'
  return (await store.read(scope, { sql })).rows[0]?.map(Number) ?? []
}

async function fieldsOf(store: Store, scope: TenantScope): Promise<unknown[]> {
  const sql =
    'SELECT raw, parser, event_kind FROM events WHERE tenant_id IN {tenants:Array(UUID)} ORDER BY position'
  return (await store.read(scope, { sql })).rows as unknown[]
}

function redisOf(context: TestContext): string {
  const url = inject('redisUrl')
  if (!url) context.skip('redis-server is not installed')
  return `${url}/2`
}

describe.each([
  ['Postgres', () => undefined],
  ['Redis', redisOf],
])('the way of a line, queued on %s', (_name, redisUrl) => {
  it('leads to the events and alerts of its own tenant only', async (context) => {
    const { tenants, door, worker, store } = await rig(redisUrl(context))
    const { records, ours, theirs, ourScope, theirScope } = tenants
    const our = await sourceWithToken(records, ourScope, ours.tenantId)
    const their = await sourceWithToken(records, theirScope, theirs.tenantId)
    const heard: unknown[] = []
    door.signals.subscribe('alertRaised', (body) => heard.push(body))

    const sent = await send(door.url, our.secret, `${SSH_ROOT}\nno parser knows this\n`)
    expect(sent).toMatchObject({ status: 202, accepted: 2 })
    const body = gzipSync(
      JSON.stringify([
        { message: 'theirs', n: 1 },
        { message: 'theirs', n: 2 },
      ]),
    )
    const type = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect(await send(door.url, their.secret, body, type)).toMatchObject({ status: 202, accepted: 2 })

    await worker()
    await expect.poll(() => stored(store, ourScope), { timeout: 20_000 }).toEqual([2, 2])
    await expect.poll(() => stored(store, theirScope), { timeout: 20_000 }).toEqual([2, 2])
    expect(await fieldsOf(store, ourScope)).toEqual([
      [SSH_ROOT, expect.stringMatching(/^sshd@/), 'event'],
      ['no parser knows this', 'raw@1', 'event'],
    ])
    expect((await fieldsOf(store, theirScope)).map((row) => (row as string[])[0])).toEqual([
      '{"message":"theirs","n":1}',
      '{"message":"theirs","n":2}',
    ])

    const openAlerts = async (scope: TenantScope) =>
      (await listAlerts(records, scope, {}, { first: 10 })).alerts
    await expect.poll(async () => (await openAlerts(ourScope)).length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await openAlerts(theirScope)).toEqual([])
    const [alert] = await openAlerts(ourScope)
    await expect
      .poll(() => heard)
      .toContainEqual({ tenantId: ours.tenantId, alertId: alert?.alertId, backfill: false })
    expect((await detectionsOfPayload(store, ourScope, sent.payloadId)).length).toBeGreaterThan(0)
    expect(await detectionsOfPayload(store, theirScope, sent.payloadId)).toEqual([])
    await expect.poll(() => door.queues.payloads.countByTenant(), { timeout: 10_000 }).toEqual(new Map())
  })
})

describe('a worker', () => {
  it('stores events and detections in the retention class that the door sealed', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, theirs, ourScope, theirScope, bothScope } = tenants
    const our = await sourceWithToken(records, ourScope, ours.tenantId)
    const their = await sourceWithToken(records, theirScope, theirs.tenantId)
    await changeSource(records, ourScope, our.sourceId, { retentionDays: 7 })
    await Promise.all([our, their].map(({ secret }) => send(door.url, secret, SSH_ROOT)))
    // What is said later is for later lines.
    await changeSource(records, ourScope, our.sourceId, { retentionDays: null })
    await worker()
    for (const table of ['events', 'detections']) {
      const sql = `SELECT DISTINCT tenant_id, retention_class FROM ${table} WHERE tenant_id IN {tenants:Array(UUID)}
        ORDER BY retention_class`
      await expect
        .poll(async () => (await store.read(bothScope, { sql })).rows, { timeout: 20_000 })
        .toEqual([
          [ours.tenantId, 30],
          [theirs.tenantId, 365],
        ])
    }
  })

  it('flags the alerts of a backfill', async () => {
    const { tenants, door, worker } = await rig()
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const heard: { backfill: boolean }[] = []
    door.signals.subscribe('alertRaised', (body) => heard.push(body))
    await send(door.url, secret, SSH_ROOT, { 'x-nightjar-backfill': 'true' })
    await worker()
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(heard.every(({ backfill }) => backfill)).toBe(true)
    const { alerts } = await listAlerts(records, ourScope, {}, { first: 10 })
    expect(alerts.every(({ backfill }) => backfill)).toBe(true)
  })

  it('adds no row and counts no alert twice when a payload comes again', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, ourScope } = tenants
    const { sourceId } = await sourceWithToken(records, ourScope, ours.tenantId)
    const payloadId = uuidV7(Date.now())
    const segment = {
      ...{ tenantId: ours.tenantId, sourceId, site: '', format: 'auto', zoneMinutes: 0, backfill: false },
      received: Date.now(),
      records: [SSH_ROOT, 'another'].map((line) => Buffer.from(line)),
    }
    await worker()
    for (const again of [false, false, true]) {
      await door.queues.payloads.put({ payloadId, segments: [segment] })
      await door.queues.add(rawLogs, { payloadId }, { jobId: payloadId, again })
      await expect.poll(() => door.queues.has(rawLogs, payloadId), { timeout: 20_000 }).toBe(false)
    }
    expect(await stored(store, ourScope)).toEqual([2, 2])
    await expect
      .poll(async () => (await listAlerts(records, ourScope, {}, { first: 10 })).alerts.length)
      .toBeGreaterThan(0)
    await sleep(300)
    const { alerts } = await listAlerts(records, ourScope, {}, { first: 10 })
    expect(alerts.map(({ count }) => Number(count))).toEqual(alerts.map(() => 1))
  })

  it('raises the alerts of detections that an earlier try stored by rules that are gone', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, ourScope, theirScope } = tenants
    const { sourceId } = await sourceWithToken(records, ourScope, ours.tenantId)
    const payloadId = uuidV7(Date.now())
    const received = Date.now()
    const segment = {
      ...{ tenantId: ours.tenantId, sourceId, site: '', format: 'auto', zoneMinutes: 0, backfill: false },
      ...{ received, records: [Buffer.from('no rule matches this')] },
    }
    const eventId = uuidV7(received)
    const ruleId = 'aaaaaaaa-0000-4000-8000-000000000001'
    await insertDetections(store, payloadId, [
      {
        detectionId: detectionId(eventId, ruleId),
        ...{ tenantId: ours.tenantId, sourceId, payloadId, eventId, received, backfill: false },
        eventTime: BigInt(received) * 1_000_000n,
        ...{ ruleId, ruleTitle: 'A rule that was', level: 'high', attack: [] },
        ...{ shadow: false, ruleSet: '' },
        entity: { site: '', kind: 'host', value: 'web01' },
      },
    ])
    await door.queues.payloads.put({ payloadId, segments: [segment] })
    await door.queues.add(rawLogs, { payloadId }, { jobId: payloadId, again: true })
    await worker()
    const titles = async (scope: TenantScope) =>
      (await listAlerts(records, scope, {}, { first: 10 })).alerts.map(({ ruleTitle }) => ruleTitle)
    await expect.poll(() => titles(ourScope), { timeout: 20_000 }).toEqual(['A rule that was'])
    expect(await titles(theirScope)).toEqual([])
  })

  it('keeps a poison payload as a dead letter and goes on with the others', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const poison = await send(door.url, secret, 'becomes unreadable')
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: tenants.appUrl })
    await client.connect()
    await client.query(`UPDATE queues.payload SET bytes = 'NJP1 broken' WHERE payload_id = $1`, [
      poison.payloadId,
    ])
    await send(door.url, secret, 'readable')
    await worker()
    await expect.poll(() => stored(store, ourScope), { timeout: 20_000 }).toEqual([1, 1])
    await expect.poll(() => door.queues.depth(rawLogs), { timeout: 20_000 }).toMatchObject({ dead: 1 })
    // The other one is thrown away after it is stored.
    const kept = async () => (await client.query('SELECT payload_id FROM queues.payload')).rows
    await expect.poll(kept, { timeout: 20_000 }).toEqual([{ payload_id: poison.payloadId }])
    await client.end()
  })

  it('finds a payload whose job was never added', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, ourScope } = tenants
    const { sourceId } = await sourceWithToken(records, ourScope, ours.tenantId)
    const received = Date.now() - 60_000
    await door.queues.payloads.put({
      payloadId: uuidV7(received),
      segments: [
        {
          ...{ tenantId: ours.tenantId, sourceId, site: '', format: 'auto', zoneMinutes: 0, backfill: false },
          ...{ received, records: [Buffer.from('orphan')] },
        },
      ],
    })
    await worker()
    await expect.poll(() => stored(store, ourScope), { timeout: 20_000 }).toEqual([1, 1])
  })

  it('takes no job while ClickHouse is away, burns no attempt, and goes on by itself', async () => {
    const { tenants, door, clickhouse, store } = await rig()
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const gate = await openGate(clickhouse.connection.url)
    onTestFinished(gate.close)
    const worker = await runWorker(tenants.appUrl, { ...clickhouse.connection, url: gate.url })
    await send(door.url, secret, 'waits for ClickHouse')
    await sleep(3_000)
    expect(await door.queues.depth(rawLogs)).toEqual({ waiting: 1, running: 0, dead: 0 })
    const ready = () => fetch(`http://127.0.0.1:${worker.port}/readyz`).then(({ status }) => status)
    expect(await ready()).toBe(503)
    gate.open()
    await expect.poll(() => stored(store, ourScope), { timeout: 20_000 }).toEqual([1, 1])
    expect(await ready()).toBe(200)
  })

  it('shows what it did as metrics', async () => {
    const { tenants, door, worker, store } = await rig()
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    await send(door.url, secret, `${SSH_ROOT}\nunknown\n \n`)
    const { port } = await worker()
    await expect.poll(() => stored(store, ourScope), { timeout: 20_000 }).toEqual([3, 3])
    const metrics = () => fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text())
    await expect.poll(metrics).toMatch(/^nightjar_ingest_events_total 3$/m)
    const text = await metrics()
    for (const stage of ['parse', 'categorise', 'enrich', 'detect', 'store'])
      expect(text).toMatch(
        new RegExp(`^nightjar_stage_cpu_seconds_total\\{stage="${stage}"\\} [0-9.e-]+$`, 'm'),
      )
    expect(text).toContain(`nightjar_ingest_raw_events_total{tenant="${ours.tenantId}"} 2`)
    expect(text).toContain(
      `nightjar_ingest_problem_events_total{tenant="${ours.tenantId}",problem="blank"} 1`,
    )
  })
})
