import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, inject, it, type TestContext } from 'vitest'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { freshClickHouse } from './testkit/fresh-clickhouse.ts'
import { sourceWithToken, startDoor } from './testkit/start-door.ts'
import { startWorkerProcess } from './testkit/start-worker-process.ts'
import { twoTenants } from './testkit/two-tenants.ts'

const BATCHES = 60
const LINES = 200
const KILLS = 4

async function startWorker(
  engines: Parameters<typeof startWorkerProcess>[0],
  { onTestFinished }: TestContext,
): Promise<ChildProcess> {
  const child = await startWorkerProcess(engines)
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function redisOf(context: TestContext): string {
  const url = inject('redisUrl')
  if (!url) context.skip('redis-server is not installed')
  return `${url}/3`
}

/** Rows, lines among them, ids among them. */
async function stored(store: Store, scope: TenantScope): Promise<number[]> {
  const sql = `SELECT count(), uniqExact(raw), uniqExact(event_id) FROM events WHERE tenant_id IN {tenants:Array(UUID)}`
  return (await store.read(scope, { sql })).rows[0]?.map(Number) ?? []
}

// Most of the time is waiting for the locks of the dead: both at once.
describe.concurrent.each([
  ['Postgres', () => undefined],
  ['Redis', redisOf],
])('a worker killed with -9 in the middle of a stream, queued on %s', (_name, redisUrl) => {
  it('leaves every acknowledged line in ClickHouse exactly once', { timeout: 240_000 }, async (context) => {
    const { expect, onTestFinished } = context
    const redis = redisUrl(context)
    const [tenants, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
    onTestFinished(tenants.close)
    onTestFinished(clickhouse.drop)
    const { records, ours, ourScope } = tenants
    const door = await startDoor({ postgresUrl: tenants.appUrl, redisUrl: redis, records })
    onTestFinished(door.close)
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)

    let acknowledged = 0
    async function sendBatches(): Promise<void> {
      for (let batch = 0; batch < BATCHES; batch++) {
        const lines = Array.from(
          { length: LINES },
          (_, n) => `<38>1 - web01 app - - - batch ${batch} line ${n}`,
        )
        const response = await fetch(`${door.url}/ingest/v1/events`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain' },
          body: lines.join('\n'),
        })
        expect(response.status).toBe(202)
        acknowledged += LINES
        await sleep(50)
      }
    }

    const engines = {
      ...{ postgresUrl: tenants.appUrl, redisUrl: redis },
      clickhouse: clickhouse.connection,
    }
    const sending = sendBatches()
    const seen: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const worker = await startWorker(engines, context)
      const before = (await stored(clickhouse.store, ourScope))[0] ?? 0
      await expect
        .poll(async () => (await stored(clickhouse.store, ourScope))[0], { interval: 20, timeout: 60_000 })
        .toBeGreaterThan(before)
      seen.push(before)
      const ended = once(worker, 'exit')
      worker.kill('SIGKILL')
      await ended
    }
    expect(seen.at(-1), 'the kills fell into the stream').toBeLessThan(BATCHES * LINES)
    await startWorker(engines, context)
    await sending
    expect(acknowledged).toBe(BATCHES * LINES)
    await expect
      .poll(() => door.queues.payloads.countByTenant(), { interval: 500, timeout: 150_000 })
      .toEqual(new Map())
    expect(await stored(clickhouse.store, ourScope)).toEqual([acknowledged, acknowledged, acknowledged])
  })
})
