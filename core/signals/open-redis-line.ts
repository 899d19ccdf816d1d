import { once } from 'node:events'
import { Redis } from 'ioredis'
import { UnavailableError } from '../errors.ts'
import type { OpenSignalLine } from './signal-line.ts'
import { CHANNEL } from './signal-schema.ts'

const PATIENCE_MS = 5_000

/** Pub/sub; ioredis reconnects and subscribes again by itself. */
export function openRedisLine(url: string): OpenSignalLine {
  return (hear) => {
    const publisher = new Redis(url, { enableOfflineQueue: false, commandTimeout: PATIENCE_MS })
    const subscriber = new Redis(url, { maxRetriesPerRequest: null })
    // Both come back by themselves; without a listener the first failure would end the process.
    publisher.on('error', () => undefined)
    subscriber.on('error', () => undefined)
    subscriber.on('message', (_channel: string, text: string) => hear(text))
    const subscribed = subscriber.subscribe(CHANNEL)
    subscribed.catch(() => undefined)
    return {
      async send(text) {
        const patience = AbortSignal.timeout(PATIENCE_MS)
        try {
          await Promise.race([subscribed, once(patience, 'abort').then(() => patience.throwIfAborted())])
          if (publisher.status !== 'ready') await once(publisher, 'ready', { signal: patience })
          await publisher.publish(CHANNEL, text)
        } catch (cause) {
          throw new UnavailableError('Redis does not take the signal', { cause })
        }
      },
      async close() {
        publisher.disconnect()
        subscriber.disconnect()
      },
    }
  }
}
