import type { Redis } from 'ioredis'
import { UnavailableError } from '../errors.ts'

/** Of `maxmemory`. The rest is for jobs: a full Redis hands out none, so that nothing would ever be taken away. */
const SHARE = 0.7
const FRESH_MS = 1_000

export interface RedisRoom {
  /** @throws UnavailableError when so many bytes more would be too many */
  check(bytes: number): Promise<void>
}

/** Knows how full Redis is, as of the last second, and what went in through here since. No limit without `maxmemory`. */
export function createRedisRoom(redis: Redis): RedisRoom {
  let look: Promise<{ used: number; most: number }> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let since = 0

  function read() {
    if (look && Date.now() - lookedAt < FRESH_MS) return look
    lookedAt = Date.now()
    since = 0
    const reading = redis.info('memory').then((text) => ({
      used: numberOf(text, 'used_memory'),
      most: numberOf(text, 'maxmemory') * SHARE,
    }))
    reading.catch(() => {
      if (look === reading) look = undefined
    })
    look = reading
    return reading
  }

  return {
    async check(bytes) {
      const { used, most } = await read()
      if (most > 0 && used + since + bytes > most)
        throw new UnavailableError(`Redis is full: ${used} bytes of ${most} that payloads may fill`)
      since += bytes
    },
  }
}

function numberOf(info: string, name: string): number {
  return Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0)
}
