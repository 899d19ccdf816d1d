import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterEach, describe, expect, inject, it, onTestFinished, type TestContext } from 'vitest'
import { freshPostgres } from '../../e2e/testkit/fresh-postgres.ts'
import { openGate } from '../../e2e/testkit/open-gate.ts'
import { payloadOf } from '../../e2e/testkit/payload-of.ts'
import { UnavailableError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import { alerts } from './alerts.ts'
import { createQueues } from './create-queues.ts'
import { PoisonError } from './poison-error.ts'
import type { Handler, Queues, WorkOptions } from './queues.ts'
import { rawLogs } from './raw-logs.ts'
import { reAddOrphans } from './re-add-orphans.ts'

const TENANT = '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c01'
const OTHER = '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c02'
const quick: WorkOptions = { concurrency: 2, lockMs: 2_000 }

interface Home {
  queues: Queues
  /** A second program on the same engine. */
  another(): Queues
  /** Leaves bytes that are no payload under an id. */
  damage(payloadId: string): Promise<void>
}

async function onPostgres(): Promise<Home> {
  const { appUrl } = await freshPostgres()
  const another = () => createQueues({ postgresUrl: appUrl })
  return {
    queues: another(),
    another,
    async damage(payloadId) {
      const client = new pg.Client({ connectionString: appUrl })
      await client.connect()
      await client.query('UPDATE queues.payload SET bytes = $2 WHERE payload_id = $1', [
        payloadId,
        'no payload',
      ])
      await client.end()
    },
  }
}

async function onRedis(context: TestContext): Promise<Home> {
  const redisUrl = inject('redisUrl')
  if (!redisUrl) context.skip('redis-server is not installed')
  const url = `${redisUrl}/1`
  const redis = new Redis(url)
  await redis.flushdb()
  const another = () => createQueues({ postgresUrl: '', redisUrl: url })
  onTestFinished(() => redis.disconnect())
  return {
    queues: another(),
    another,
    async damage(payloadId) {
      await redis.hset(`{nightjar}:payload:${payloadId}`, 'bytes', 'no payload')
    },
  }
}

describe.each([
  ['Postgres', onPostgres],
  ['Redis', onRedis],
])('queues on %s', (_name, open) => {
  const opened: Queues[] = []

  async function home(context: TestContext): Promise<Home> {
    const made = await open(context)
    opened.push(made.queues)
    const another = () => {
      const queues = made.another()
      opened.push(queues)
      return queues
    }
    return { ...made, another }
  }

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queues) => queues.close()))
  })

  it('hands a job to a handler of another program, once however often it was added', async (context) => {
    const { queues, another } = await home(context)
    const job = { payloadId: uuidV7(Date.now()) }
    for (let time = 0; time < 3; time++) await queues.add(rawLogs, job, { jobId: job.payloadId })
    expect(await queues.has(rawLogs, job.payloadId)).toBe(true)
    expect(await queues.depth(rawLogs)).toEqual({ waiting: 1, running: 0, dead: 0 })
    const seen: unknown[] = []
    another().work(rawLogs, async (given, { again }) => void seen.push([given, again]), quick)
    await expect.poll(() => queues.has(rawLogs, job.payloadId), { timeout: 10_000 }).toBe(false)
    expect(seen).toEqual([[job, false]])
  })

  it('refuses a job that its definition does not allow', async (context) => {
    const { queues } = await home(context)
    await expect(queues.add(rawLogs, { payloadId: 'not a uuid' })).rejects.toThrow()
    expect((await queues.depth(rawLogs)).waiting).toBe(0)
  })

  it('runs the lower priority number first', async (context) => {
    const { queues } = await home(context)
    const order: string[] = []
    const jobs = [400, 0, 3].map((priority) => ({ priority, payloadId: uuidV7(Date.now()) }))
    for (const { priority, payloadId } of jobs)
      await queues.add(rawLogs, { payloadId }, { jobId: payloadId, priority })
    queues.work(rawLogs, async ({ payloadId }) => void order.push(payloadId), { ...quick, concurrency: 1 })
    await expect.poll(() => order.length, { timeout: 10_000 }).toBe(3)
    expect(order).toEqual([jobs[1]?.payloadId, jobs[2]?.payloadId, jobs[0]?.payloadId])
  })

  it('gives a job again when the engine was away, and counts no attempt', async (context) => {
    const { queues } = await home(context)
    const seen: unknown[] = []
    const payloadId = uuidV7(Date.now())
    await queues.add(rawLogs, { payloadId }, { jobId: payloadId })
    queues.work(
      rawLogs,
      async (_, { again, attempt }) => {
        seen.push([attempt, again])
        if (seen.length === 1) throw new UnavailableError('ClickHouse is away')
      },
      quick,
    )
    await expect
      .poll(() => seen, { timeout: 20_000 })
      .toEqual([
        [1, false],
        [1, true],
      ])
    await expect.poll(() => queues.has(rawLogs, payloadId), { timeout: 10_000 }).toBe(false)
  })

  it('makes poison a dead letter at once: kept, counted, and not woken by adding it again', async (context) => {
    const { queues } = await home(context)
    const dead: string[] = []
    const payloadId = uuidV7(Date.now())
    await queues.add(rawLogs, { payloadId }, { jobId: payloadId })
    const handler = async () => {
      throw new PoisonError('cannot be read')
    }
    queues.work(rawLogs, handler, { ...quick, onDead: (jobId) => dead.push(jobId) })
    await expect.poll(() => dead, { timeout: 10_000 }).toEqual([payloadId])
    await queues.add(rawLogs, { payloadId }, { jobId: payloadId, again: true })
    expect(await queues.depth(rawLogs)).toEqual({ waiting: 0, running: 0, dead: 1 })
  })

  it('tries dead letters again when asked, with all their attempts', async (context) => {
    const { queues } = await home(context)
    const state = { broken: true }
    const seen: unknown[] = []
    const dead: string[] = []
    const payloadIds = Array.from({ length: 3 }, () => uuidV7(Date.now()))
    for (const payloadId of payloadIds) await queues.add(rawLogs, { payloadId }, { jobId: payloadId })
    const handler: Handler<{ payloadId: string }> = async (_, { attempt, again }) => {
      if (state.broken) throw new PoisonError('cannot be read yet')
      seen.push([attempt, again])
    }
    queues.work(rawLogs, handler, { ...quick, onDead: (jobId) => dead.push(jobId) })
    await expect.poll(() => dead.toSorted(), { timeout: 10_000 }).toEqual(payloadIds.toSorted())
    state.broken = false
    expect(await queues.retryDead(alerts)).toBe(0)
    expect(await queues.retryDead(rawLogs)).toBe(3)
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(Array(3).fill([1, true]))
    await expect
      .poll(() => queues.depth(rawLogs), { timeout: 10_000 })
      .toEqual({ waiting: 0, running: 0, dead: 0 })
    expect(await queues.retryDead(rawLogs)).toBe(0)
  })

  it('takes no job while paused, and goes on when resumed', async (context) => {
    const { queues } = await home(context)
    let runs = 0
    const consumer = queues.work(alerts, async () => void runs++, quick)
    await consumer.pause()
    await queues.add(alerts, { tenantId: TENANT, payloadId: uuidV7(Date.now()) })
    await sleep(300)
    expect(runs).toBe(0)
    consumer.resume()
    await expect.poll(() => runs, { timeout: 10_000 }).toBe(1)
  })

  it('waits for the running job when it closes', async (context) => {
    const { queues } = await home(context)
    const events: string[] = []
    const consumer = queues.work(
      alerts,
      async () => {
        events.push('begun')
        await sleep(300)
        events.push('done')
      },
      quick,
    )
    await queues.add(alerts, { tenantId: TENANT, payloadId: uuidV7(Date.now()) })
    await expect.poll(() => events.length, { timeout: 10_000 }).toBe(1)
    await consumer.close()
    expect(events).toEqual(['begun', 'done'])
  })

  it('gives back a payload as it was put, until it is removed', async (context) => {
    const { queues } = await home(context)
    const [one, two, three] = [payloadOf([TENANT]), payloadOf([TENANT, OTHER]), payloadOf([OTHER])]
    await queues.payloads.put(one)
    await queues.payloads.put(one, two, three)
    expect(await queues.payloads.get(two.payloadId)).toEqual(two)
    expect(await queues.payloads.countByTenant()).toEqual(
      new Map([
        [TENANT, 2],
        [OTHER, 2],
      ]),
    )
    await queues.payloads.remove(one.payloadId)
    await queues.payloads.remove(one.payloadId)
    expect(await queues.payloads.get(one.payloadId)).toBeUndefined()
    expect(await queues.payloads.countByTenant()).toEqual(
      new Map([
        [TENANT, 1],
        [OTHER, 2],
      ]),
    )
  })

  it('stores once what comes twice under a key, be it at the same time, and keeps the keys of tenants apart', async (context) => {
    const { queues, another } = await home(context)
    const key = 'it is "mine", isn\'t it?'
    const [one, two, again, theirs] = [TENANT, TENANT, TENANT, OTHER].map((tenantId) => payloadOf([tenantId]))
    if (!one || !two || !again || !theirs) throw new Error('payloads are missing')
    const ids = [one.payloadId, two.payloadId]
    expect(await queues.payloads.putOnce({ tenantId: TENANT, key }, one, two)).toEqual(ids)
    const racers = await Promise.all(
      [queues, another()].map(({ payloads }) => payloads.putOnce({ tenantId: TENANT, key }, again)),
    )
    expect(racers).toEqual([ids, ids])
    expect(await queues.payloads.putOnce({ tenantId: OTHER, key }, theirs)).toEqual([theirs.payloadId])
    const [first, second] = [payloadOf([TENANT]), payloadOf([TENANT])]
    const raced = await Promise.all([
      queues.payloads.putOnce({ tenantId: TENANT, key: 'raced' }, first),
      another().payloads.putOnce({ tenantId: TENANT, key: 'raced' }, second),
    ])
    expect(raced[0]).toEqual(raced[1])
    expect(await queues.payloads.countByTenant()).toEqual(
      new Map([
        [TENANT, 3],
        [OTHER, 1],
      ]),
    )
    await queues.payloads.remove(one.payloadId)
    expect(await queues.payloads.putOnce({ tenantId: TENANT, key }, again), 'even when it is done').toEqual(
      ids,
    )
    expect(await queues.payloads.get(one.payloadId)).toBeUndefined()
    expect(await queues.payloads.get(two.payloadId)).toEqual(two)
  })

  it('says that damaged bytes are poison', async (context) => {
    const { queues, damage } = await home(context)
    const payload = payloadOf([TENANT])
    await queues.payloads.put(payload)
    await damage(payload.payloadId)
    await expect(queues.payloads.get(payload.payloadId)).rejects.toThrow(PoisonError)
  })

  it('lists payloads by age, a page at a time', async (context) => {
    const { queues } = await home(context)
    const old = [1, 2, 3].map((n) => payloadOf([TENANT], Date.now() - 100_000 + n))
    await queues.payloads.put(...old, payloadOf([TENANT]))
    const ids = old.map((payload) => payload.payloadId)
    const first = await queues.payloads.listIds({ olderThanMs: 50_000, limit: 2 })
    expect(first).toEqual(ids.slice(0, 2))
    expect(await queues.payloads.listIds({ olderThanMs: 50_000, after: ids[1] ?? '' })).toEqual(ids.slice(2))
  })

  it('adds the job of a payload that has none, and no other', async (context) => {
    const { queues } = await home(context)
    const [orphan, owned, young] = [
      payloadOf([TENANT], 1e12),
      payloadOf([TENANT], 1e12 + 1),
      payloadOf([TENANT]),
    ]
    await queues.payloads.put(orphan, owned, young)
    await queues.add(rawLogs, { payloadId: owned.payloadId }, { jobId: owned.payloadId })
    expect(await reAddOrphans(queues, 60_000)).toEqual({ added: 1, next: undefined })
    expect(await reAddOrphans(queues, 60_000)).toEqual({ added: 0, next: undefined })
    const seen = new Map<string, boolean>()
    queues.work(rawLogs, async ({ payloadId }, { again }) => void seen.set(payloadId, again), quick)
    await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(2)
    expect(seen).toEqual(
      new Map([
        [orphan.payloadId, true],
        [owned.payloadId, false],
      ]),
    )
  })
})

describe('a consumer whose engine comes and goes', () => {
  async function through(engineUrl: string, addresses: (url: string) => Parameters<typeof createQueues>[0]) {
    const gate = await openGate(engineUrl)
    const [there, behind] = [createQueues(addresses(engineUrl)), createQueues(addresses(gate.url))]
    onTestFinished(async () => {
      await behind.close()
      await there.close()
      gate.close()
    })
    const seen: string[] = []
    let errors = 0
    behind.work(rawLogs, async (job) => void seen.push(job.payloadId), {
      ...quick,
      onError: () => void errors++,
    })
    for (const round of [1, 2]) {
      const payloadId = uuidV7(Date.now())
      await there.add(rawLogs, { payloadId }, { jobId: payloadId })
      await sleep(1_500)
      expect(seen).toHaveLength(round - 1)
      gate.open()
      await expect.poll(() => seen, { timeout: 30_000 }).toContain(payloadId)
      gate.shut()
    }
    expect(errors, 'no tight loop of failures').toBeLessThan(100)
  }

  it('works whenever Postgres is there', async () => {
    const { appUrl } = await freshPostgres()
    await through(appUrl, (postgresUrl) => ({ postgresUrl }))
  })

  it('works whenever Redis is there', async (context) => {
    const redisUrl = inject('redisUrl')
    if (!redisUrl) context.skip('redis-server is not installed')
    await through(`${redisUrl}/4`, (url) => ({ postgresUrl: '', redisUrl: url }))
  })
})

describe('queues without their engine', () => {
  it.each([
    ['Postgres', { postgresUrl: 'postgres://nobody@127.0.0.1:9/none' }],
    ['Redis', { postgresUrl: '', redisUrl: 'redis://127.0.0.1:9' }],
  ])('say that %s is away', async (_name, addresses) => {
    const queues = createQueues(addresses)
    const payload = payloadOf([TENANT])
    await expect(queues.payloads.put(payload)).rejects.toThrow(UnavailableError)
    await expect(queues.add(rawLogs, { payloadId: payload.payloadId })).rejects.toThrow(UnavailableError)
    await expect(queues.ping()).rejects.toThrow(UnavailableError)
    await queues.close()
  })
})
