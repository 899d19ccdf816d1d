import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { answerInTime } from './answer-in-time.ts'
import type { Engine } from './engine.ts'
import { createRedisPayloads } from './redis-payloads.ts'
import { REDIS_PREFIX } from './redis-prefix.ts'
import { redisReady } from './redis-ready.ts'

/** BullMQ on Redis. Doors get an error at once while Redis is away; workers wait for it to come back. */
export function createRedisEngine(url: string): Engine {
  const impatient = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: null })
  const patient = new Redis(url, { maxRetriesPerRequest: null })
  // ioredis reconnects by itself; without a listener the first failure would end the process.
  impatient.on('error', () => undefined)
  patient.on('error', () => undefined)
  const common = { prefix: REDIS_PREFIX, skipVersionCheck: true }
  return {
    name: 'Redis',
    openQueue: (name) => new Queue(name, { ...common, connection: impatient }),
    openWorker: (name, handle, options) =>
      new Worker(name, handle, { ...common, ...options, connection: patient }),
    payloads: createRedisPayloads(impatient),
    async ping() {
      await answerInTime(
        'Redis',
        redisReady(impatient).then(() => impatient.ping()),
      )
    },
    async close() {
      impatient.disconnect()
      patient.disconnect()
    },
  }
}
