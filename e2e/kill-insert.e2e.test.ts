import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { uuidV7 } from '#core/event/uuid-v7'
import { rawLogs } from '#core/queues/raw-logs'
import { listAlerts } from '#core/records/alerts/list-alerts'
import { connect } from '#core/store/connection'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { detectionsOfPayload } from '#core/store/queries/detections-of-payload'
import { payloadStored } from '#core/store/queries/payload-stored'
import { grantScope } from '#core/tenant/grant-scope'
import { eventsOfPayload } from './testkit/events-of-payload.ts'
import { freshClickHouse } from './testkit/fresh-clickhouse.ts'
import { sourceWithToken, startDoor } from './testkit/start-door.ts'
import { startWorkerProcess } from './testkit/start-worker-process.ts'
import { twoTenants } from './testkit/two-tenants.ts'

const INSERTER = join(import.meta.dirname, 'testkit/insert-payload.ts')
const LINES = 10_000
const KILLS = 8
const SSH_ROOT =
  '<38>Nov 23 10:00:00 web01 sshd[4711]: Accepted password for root from 203.0.113.9 port 4711 ssh2'

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let client: ReturnType<typeof connect>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  client = connect(clickhouse.connection)
})
afterAll(async () => {
  await client.close()
  await clickhouse.drop()
})

describe('an insert whose process is killed with -9', () => {
  it('at any moment, then tried again within the window, stores the payload once', {
    timeout: 240_000,
  }, async () => {
    const received = Date.now()
    const tenantId = randomUUID()
    const payloadOf = () => ({ tenantId, payloadId: uuidV7(received), received, lines: LINES })
    const insert = async (payload: ReturnType<typeof payloadOf>) =>
      insertEvents(clickhouse.store, payload.payloadId, eventsOfPayload(payload))
    const begun = performance.now()
    await insert(payloadOf())
    const usual = performance.now() - begun

    let unfinished = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const payload = payloadOf()
      const args = [JSON.stringify(clickhouse.connection), tenantId, payload.payloadId, received, LINES]
      const child = fork(INSERTER, args.map(String), { execArgv: ['--import', 'tsx'] })
      const ended = once(child, 'exit')
      let said: unknown
      child.on('message', (message) => {
        said = message
      })
      await once(child, 'message')
      // From the first moment of an insert to its last.
      await sleep((usual * kill) / (KILLS - 1))
      child.kill('SIGKILL')
      await ended
      if (said === 'begin') unfinished++
      // At once, with the first perhaps still under way in ClickHouse; and again, as a second retry.
      await insert(payload)
      await insert(payload)
      expect(await payloadStored(clickhouse.store, grantScope([tenantId]), payload.payloadId)).toEqual({
        ...{ events: LINES, detections: 0 },
      })
    }
    expect(unfinished, 'the kills fell into inserts').toBeGreaterThan(0)
    const rows = `SELECT count() AS rows, uniqExact(event_id) AS ids FROM events WHERE tenant_id = {tenant:UUID}`
    const answer = await client.query({
      ...{ query: rows, query_params: { tenant: tenantId }, format: 'JSONCompactEachRow' },
    })
    expect((await answer.json<string[]>())[0]?.map(Number)).toEqual(Array(2).fill((KILLS + 1) * LINES))
  })
})

/** Both let the worker come so far and no further. @returns what takes the obstacle away */
const obstacles = {
  async 'between its two inserts'() {
    await client.command({ query: 'RENAME TABLE detections TO detections_away' })
    return async () => {
      await client.command({ query: 'RENAME TABLE detections_away TO detections' })
    }
  },
  async 'behind both inserts, before the payload is gone from the queue'(postgresUrl: string) {
    const holder = new pg.Client({ connectionString: postgresUrl })
    await holder.connect()
    // Reading goes on; taking away waits.
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE queues.payload IN SHARE MODE')
    return async () => {
      // Postgres would do yet what the killed worker asked for.
      await holder.query(
        'SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))',
      )
      await holder.end()
    }
  },
}

describe('a worker killed with -9', () => {
  // Before the others, which change the table: what was sealed before that is not tried again.
  it('where views did not come to count what it stored, has it counted by the next try', {
    timeout: 240_000,
  }, async () => {
    const tenants = await twoTenants()
    onTestFinished(tenants.close)
    const { records, ours, ourScope } = tenants
    const door = await startDoor({ postgresUrl: tenants.appUrl, records })
    onTestFinished(door.close)
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const count = async (what: string, table: string) => {
      const query = `SELECT ${what} FROM ${table} WHERE tenant_id = {tenant:UUID}`
      const params = { query_params: { tenant: ours.tenantId }, format: 'JSONCompactEachRow' } as const
      const answer = await client.query({ query, ...params })
      return Number((await answer.json<[string]>())[0]?.[0])
    }
    const counted = async () => ({
      events: await count('count()', 'events'),
      rollups: await count('sum(events)', 'rollups'),
      edges: await count('sum(events)', 'edges'),
    })
    const send = async () => {
      const response = await fetch(`${door.url}/ingest/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain' },
        body: `${SSH_ROOT}\nnothing of note`,
      })
      return ((await response.json()) as { payloadId: string }).payloadId
    }

    // As ClickHouse does when it dies in between: the rows are there, and nobody counted them.
    const views = ['rollups_of_events', 'edges_of_events']
    for (const view of views) await client.command({ query: `DETACH TABLE ${view}` })
    const payloadId = await send()
    const takeAway = await obstacles['behind both inserts, before the payload is gone from the queue'](
      tenants.ownerUrl,
    )
    const engines = { postgresUrl: tenants.appUrl, clickhouse: clickhouse.connection }
    const first = await startWorkerProcess(engines)
    onTestFinished(() => void first.kill('SIGKILL'))
    await expect.poll(() => count('count()', 'detections'), { timeout: 60_000 }).toBeGreaterThan(0)
    first.kill('SIGKILL')
    await once(first, 'exit')
    for (const view of views) await client.command({ query: `ATTACH TABLE ${view}` })
    expect(await counted()).toMatchObject({ events: 2, rollups: 0 })
    const short = await counted()
    await takeAway()

    const second = await startWorkerProcess(engines)
    onTestFinished(() => void second.kill('SIGKILL'))
    await expect.poll(() => door.queues.has(rawLogs, payloadId), { timeout: 120_000 }).toBe(false)
    const after = await counted()
    expect(after).toMatchObject({ events: 2, rollups: 2 })
    expect(after.edges).toBeGreaterThan(short.edges)

    // The same lines again, undisturbed, count as much.
    const other = await send()
    await expect.poll(() => door.queues.has(rawLogs, other), { timeout: 60_000 }).toBe(false)
    expect(await counted()).toEqual({ events: 4, rollups: 4, edges: 2 * after.edges })
  })

  it.each(Object.entries(obstacles))(
    '%s, its payload tried again beyond the window, stores it once and alerts once',
    {
      timeout: 240_000,
    },
    async (_, stand) => {
      const tenants = await twoTenants()
      onTestFinished(tenants.close)
      const { records, ours, theirs, ourScope, theirScope } = tenants
      const door = await startDoor({ postgresUrl: tenants.appUrl, records })
      onTestFinished(door.close)
      for (const table of ['events', 'detections'])
        await client.command({
          query: `ALTER TABLE ${table} MODIFY SETTING non_replicated_deduplication_window = 1`,
        })
      const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
      const response = await fetch(`${door.url}/ingest/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain' },
        body: `${SSH_ROOT}\nnothing of note`,
      })
      const { payloadId } = (await response.json()) as { payloadId: string }

      const takeAway = await stand(tenants.ownerUrl)
      const engines = { postgresUrl: tenants.appUrl, clickhouse: clickhouse.connection }
      const first = await startWorkerProcess(engines)
      onTestFinished(() => void first.kill('SIGKILL'))
      const rows = async (table: string) => {
        const query = `SELECT count() FROM ${table} WHERE payload_id = {payload:UUID}`
        const params = { query_params: { payload: payloadId }, format: 'JSONCompactEachRow' } as const
        const answer = await client.query({ query, ...params })
        return Number((await answer.json<[string]>())[0]?.[0])
      }
      await expect.poll(() => rows('events'), { interval: 20, timeout: 60_000 }).toBe(2)
      if (stand === obstacles['between its two inserts']) expect(await rows('detections_away')).toBe(0)
      else await expect.poll(() => rows('detections'), { timeout: 20_000 }).toBeGreaterThan(0)
      first.kill('SIGKILL')
      await once(first, 'exit')
      await takeAway()
      expect((await door.queues.payloads.get(payloadId))?.payloadId).toBe(payloadId)

      // Others push its token out of the window.
      const received = Date.now()
      const [detection] = await detectionsOfPayload(clickhouse.store, ourScope, payloadId)
      for (let other = 0; other < 3; other++) {
        const payload = { tenantId: theirs.tenantId, payloadId: uuidV7(received), received, lines: 1 }
        await insertEvents(clickhouse.store, payload.payloadId, eventsOfPayload(payload), 365)
        if (detection)
          await insertDetections(
            clickhouse.store,
            payload.payloadId,
            [{ ...detection, ...payload, detectionId: randomUUID() }],
            365,
          )
      }

      const second = await startWorkerProcess(engines)
      onTestFinished(() => void second.kill('SIGKILL'))
      await expect.poll(() => door.queues.has(rawLogs, payloadId), { timeout: 120_000 }).toBe(false)
      expect(await payloadStored(clickhouse.store, ourScope, payloadId)).toMatchObject({ events: 2 })
      const detections = await detectionsOfPayload(clickhouse.store, ourScope, payloadId)
      expect(detections.length).toBeGreaterThan(0)
      expect(new Set(detections.map(({ detectionId }) => detectionId)).size).toBe(detections.length)
      const alerts = async () => (await listAlerts(records, ourScope, {}, { first: 10 })).alerts
      await expect.poll(async () => (await alerts()).length, { timeout: 20_000 }).toBeGreaterThan(0)
      expect((await alerts()).map(({ count }) => Number(count))).toEqual((await alerts()).map(() => 1))
      expect((await listAlerts(records, theirScope, {}, { first: 10 })).alerts).toEqual([])

      // The token alone would have let it in again: it lets in another payload under the same id.
      const same = { tenantId: theirs.tenantId, payloadId, received, lines: 5 }
      await insertEvents(clickhouse.store, payloadId, eventsOfPayload(same), 365)
      expect(await payloadStored(clickhouse.store, theirScope, payloadId)).toMatchObject({ events: 5 })
    },
  )
})
