import { setTimeout as sleep } from 'node:timers/promises'
import { UnavailableError } from '#core/errors'
import type { Log } from '#core/log'
import type { Consumer, Handler } from '#core/queues/queues'

const LOOK_MS = 1_000

export interface Guard {
  /** Lets the handler's outages pause all consumers. */
  watch<Job>(handler: Handler<Job>): Handler<Job>
  /** Pauses until the engines answer. */
  engineAway(reason: unknown): void
  close(): Promise<void>
}

/**
 * While an engine is away no job is taken: trying them all would only move them about.
 * @param answers resolves to true when every engine that handlers need is there
 */
export function pauseWhileAway(
  consumers: () => readonly Consumer[],
  answers: () => Promise<boolean>,
  log: Log,
): Guard {
  const stopping = new AbortController()
  let waiting: Promise<void> | undefined

  async function wait(): Promise<void> {
    await Promise.all(consumers().map((consumer) => consumer.pause()))
    while (!stopping.signal.aborted && !(await answers().catch(() => false)))
      await sleep(LOOK_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    if (stopping.signal.aborted) return
    log.info('all engines answer: going on')
    for (const consumer of consumers()) consumer.resume()
  }

  const guard: Guard = {
    watch: (handler) => async (job, context) => {
      try {
        await handler(job, context)
      } catch (error) {
        if (error instanceof UnavailableError) guard.engineAway(error)
        throw error
      }
    },
    engineAway(reason) {
      if (waiting) return
      log.warn({ err: reason }, 'an engine is away: taking no jobs')
      waiting = wait().finally(() => {
        waiting = undefined
      })
    },
    async close() {
      stopping.abort()
      await waiting
    },
  }
  return guard
}
