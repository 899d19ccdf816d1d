import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineWorker } from './engine.ts'
import type { Consumer } from './queues.ts'

const AGAIN_MS = 1_000

/**
 * A worker of BullMQ that may be started before its engine: one that failed to start never recovers by itself, so it
 * is thrown away and another one opened.
 */
export function keepWorking(openWorker: () => EngineWorker): Consumer {
  const stopping = new AbortController()
  let worker: EngineWorker | undefined
  let isPaused = false

  async function start(): Promise<void> {
    while (!stopping.signal.aborted) {
      const candidate = openWorker()
      if (isPaused) await candidate.pause(true)
      worker = candidate
      const isReady = await candidate.waitUntilReady().then(
        () => true,
        () => false,
      )
      if (isReady) {
        // Its errors are told by its `error` event; this one settles when it is closed.
        candidate.run().catch(() => undefined)
        return
      }
      await candidate.close(true).catch(() => undefined)
      worker = undefined
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const starting = start()

  return {
    async pause() {
      isPaused = true
      await worker?.pause(true)
    },
    resume() {
      isPaused = false
      worker?.resume()
    },
    async close() {
      stopping.abort()
      await worker?.close()
      await starting
    },
  }
}
