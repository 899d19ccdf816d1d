import type { Redis } from 'ioredis'
import { answerInTime, COMMIT_PATIENCE_MS } from './answer-in-time.ts'
import { decodePayload } from './decode-payload.ts'
import { encodePayload } from './encode-payload.ts'
import { firstIdOf, type PayloadStore, tenantsOf } from './payload-store.ts'
import { REDIS_PREFIX } from './redis-prefix.ts'
import { redisReady } from './redis-ready.ts'

/** Ids of all payloads; equal scores, so that Redis keeps them in the order of the ids. */
const INDEX = `${REDIS_PREFIX}:payloads`
const COUNTS = `${REDIS_PREFIX}:payloads:tenants`

const PUT = `
  for i = 3, #KEYS do
    local at = (i - 3) * 3
    if redis.call('HSETNX', KEYS[i], 'tenants', ARGV[at + 2]) == 1 then
      redis.call('HSET', KEYS[i], 'bytes', ARGV[at + 3])
      redis.call('ZADD', KEYS[1], 0, ARGV[at + 1])
      for tenant in string.gmatch(ARGV[at + 2], '[^,]+') do redis.call('HINCRBY', KEYS[2], tenant, 1) end
    end
  end`
const REMOVE = `
  local tenants = redis.call('HGET', KEYS[3], 'tenants')
  if not tenants then return end
  redis.call('DEL', KEYS[3])
  redis.call('ZREM', KEYS[1], ARGV[1])
  for tenant in string.gmatch(tenants, '[^,]+') do
    if redis.call('HINCRBY', KEYS[2], tenant, -1) <= 0 then redis.call('HDEL', KEYS[2], tenant) end
  end`

/** Durable as far as Redis is: run it with `appendonly yes` and `appendfsync always` to survive a power cut. */
export function createRedisPayloads(redis: Redis): PayloadStore {
  const ask = <T>(question: () => Promise<T>, patienceMs?: number) =>
    answerInTime('Redis', redisReady(redis).then(question), patienceMs)
  const keyOf = (payloadId: string) => `${REDIS_PREFIX}:payload:${payloadId}`
  return {
    async put(...payloads) {
      if (payloads.length === 0) return
      const rows = await Promise.all(
        payloads.map(async (payload) => [
          payload.payloadId,
          tenantsOf(payload).join(','),
          await encodePayload(payload),
        ]),
      )
      const keys = [INDEX, COUNTS, ...payloads.map((payload) => keyOf(payload.payloadId))]
      await ask(() => redis.eval(PUT, keys.length, ...keys, ...rows.flat()), COMMIT_PATIENCE_MS)
    },
    async get(payloadId) {
      const bytes = await ask(() => redis.hgetBuffer(keyOf(payloadId), 'bytes'))
      return bytes ? await decodePayload(bytes) : undefined
    },
    async remove(payloadId) {
      await ask(() => redis.eval(REMOVE, 3, INDEX, COUNTS, keyOf(payloadId), payloadId))
    },
    async listIds({ olderThanMs, after, limit = 1_000 }) {
      const before = `(${firstIdOf(Date.now() - olderThanMs)}`
      const from = after ? `(${after}` : '-'
      return await ask(() => redis.zrangebylex(INDEX, from, before, 'LIMIT', 0, limit))
    },
    async countByTenant() {
      const counts = await ask(() => redis.hgetall(COUNTS))
      return new Map(Object.entries(counts).map(([tenantId, count]) => [tenantId, Number(count)]))
    },
  }
}
