import type { Redis } from 'ioredis'
import { answerInTime, COMMIT_PATIENCE_MS } from './answer-in-time.ts'
import { decodePayload } from './decode-payload.ts'
import { encodePayload } from './encode-payload.ts'
import type { Payload } from './payload.ts'
import { firstIdOf, KEY_SECONDS, type PayloadStore, tenantsOf } from './payload-store.ts'
import { REDIS_PREFIX } from './redis-prefix.ts'
import { redisReady } from './redis-ready.ts'
import { createRedisRoom } from './redis-room.ts'

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
/** The last key is the one that was given, the last argument what to remember under it. */
const PUT_ONCE = `
  local once, payloads = table.remove(KEYS), table.remove(ARGV)
  local known = redis.call('GET', once)
  if known then return known end
  redis.call('SET', once, payloads, 'EX', ${KEY_SECONDS})
  ${PUT}
  return payloads`
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
  const room = createRedisRoom(redis)
  const ask = <T>(question: () => Promise<T>, patienceMs?: number) =>
    answerInTime('Redis', redisReady(redis).then(question), patienceMs)
  const keyOf = (payloadId: string) => `${REDIS_PREFIX}:payload:${payloadId}`

  async function store(script: string, payloads: readonly Payload[], once?: { key: string; value: string }) {
    const encoded = await Promise.all(payloads.map(encodePayload))
    const size = encoded.reduce((sum, bytes) => sum + bytes.length, 0)
    const keys = [INDEX, COUNTS, ...payloads.map(({ payloadId }) => keyOf(payloadId))]
    const rows = payloads.flatMap((payload, index) => [
      payload.payloadId,
      tenantsOf(payload).join(','),
      encoded[index] ?? '',
    ])
    if (once) {
      keys.push(once.key)
      rows.push(once.value)
    }
    const put = async () => {
      await room.check(size)
      return redis.eval(script, keys.length, ...keys, ...rows)
    }
    return ask(put, COMMIT_PATIENCE_MS)
  }

  return {
    async put(...payloads) {
      if (payloads.length > 0) await store(PUT, payloads)
    },
    async putOnce({ tenantId, key }, ...payloads) {
      const name = `${REDIS_PREFIX}:idempotency:${tenantId}:${key}`
      const value = payloads.map(({ payloadId }) => payloadId).join(',')
      return String(await store(PUT_ONCE, payloads, { key: name, value })).split(',')
    },
    // Redis forgets them by itself.
    forgetKeys: async () => undefined,
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
