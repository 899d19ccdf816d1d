import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { startRedis } from '../../e2e/testkit/start-redis.ts'
import { UnavailableError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import { createQueues } from './create-queues.ts'
import type { Payload } from './payload.ts'
import { rawLogs } from './raw-logs.ts'

const MEGABYTE = 1024 * 1024
/** To the brim: large ones are refused while small ones still fit. */
const SIZES = [MEGABYTE, 64 * 1024, 4 * 1024, 256]

function payloadOf(size: number): Payload {
  const ids = {
    tenantId: '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c01',
    sourceId: '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c03',
  }
  const source = { ...ids, site: '', format: 'auto', zoneMinutes: 0, backfill: false, received: Date.now() }
  return { payloadId: uuidV7(Date.now()), segments: [{ ...source, records: [randomBytes(size)] }] }
}

it('refuses payloads before Redis is so full that no job can be taken, and takes them when it is emptied', async (context) => {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-redis-'))
  const server = await startRedis(home)
  if (!server) return context.skip('redis-server is not installed')
  const admin = new Redis(server.url)
  const queues = createQueues({ postgresUrl: '', redisUrl: server.url })
  onTestFinished(async () => {
    await queues.close()
    admin.disconnect()
    await server.stop()
    await rm(home, { recursive: true, force: true })
  })
  await admin.config('SET', 'maxmemory', '24mb')
  await admin.config('SET', 'maxmemory-policy', 'noeviction')

  async function fill(size: number): Promise<number> {
    for (let stored = 0; ; stored++) {
      const payload = payloadOf(size)
      try {
        await queues.payloads.put(payload)
      } catch (error) {
        expect(error).toBeInstanceOf(UnavailableError)
        return stored
      }
      await queues.add(rawLogs, payload, { jobId: payload.payloadId })
    }
  }

  const stored = []
  for (const size of SIZES) stored.push(await fill(size))
  expect(stored[0]).toBeGreaterThan(8)
  await expect(
    queues.payloads.putOnce({ tenantId: 'tenant', key: 'key' }, payloadOf(MEGABYTE)),
  ).rejects.toThrow(UnavailableError)
  queues.work(rawLogs, ({ payloadId }) => queues.payloads.remove(payloadId), { concurrency: 2 })
  await expect
    .poll(() => queues.depth(rawLogs), { timeout: 20_000 })
    .toEqual({ waiting: 0, running: 0, dead: 0 })
  await expect
    .poll(
      () =>
        queues.payloads.put(payloadOf(MEGABYTE)).then(
          () => 'stored',
          () => 'full',
        ),
      { timeout: 20_000 },
    )
    .toBe('stored')
})
