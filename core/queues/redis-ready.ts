import { once } from 'node:events'
import type { Redis } from 'ioredis'

/** Waits for a connection that is being made for the first time or again; a broken one answers with its error. */
export async function redisReady(redis: Redis): Promise<void> {
  if (redis.status === 'connecting' || redis.status === 'connect') await once(redis, 'ready')
}
