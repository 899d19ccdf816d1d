import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#core/log'
import type { Queues } from '#core/queues/queues'
import { reAddOrphans } from '#core/queues/re-add-orphans'

/** A door adds the job within milliseconds of the payload: after so long it is not going to. */
const ORPHAN_MS = 10_000
const EVERY_MS = 15_000

/** Looks for payloads without a job and forgets old idempotency keys, now and from now on. @returns a function that stops it */
export function patrolOrphans(queues: Queues, log: Log): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping

  async function patrol(): Promise<void> {
    let after: string | undefined
    while (!signal.aborted) {
      try {
        const { added, next } = await reAddOrphans(queues, ORPHAN_MS, after)
        after = next
        if (added > 0) log.warn({ added }, 'payloads without a job found and queued')
      } catch (error) {
        log.warn({ err: error }, 'payloads without a job not looked for')
      }
      await queues.payloads
        .forgetKeys()
        .catch((error: unknown) => log.warn({ err: error }, 'old idempotency keys not forgotten'))
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  const patrolling = patrol()
  return async () => {
    stopping.abort()
    await patrolling
  }
}
