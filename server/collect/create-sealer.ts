import { setTimeout as sleep } from 'node:timers/promises'
import { UnavailableError } from '#core/errors'
import { uuidV7 } from '#core/event/uuid-v7'
import type { Log } from '#core/log'
import type { Payload, Segment } from '#core/queues/payload'
import type { Queues } from '#core/queues/queues'
import { rawLogs } from '#core/queues/raw-logs'
import type { Seal, Sealed } from './create-gather.ts'
import { createTenantLoad } from './create-tenant-load.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

export interface Sealer {
  /** Tries once: the shipper is told when it fails, and sends again. */
  seal: Seal
  /**
   * For shippers that cannot be told: tries until it is done, always with the same payloads, so that one whose commit
   * succeeded without an answer is not stored twice. Fails when the sealer closes.
   */
  insist: (payloads: readonly (readonly Segment[])[]) => Promise<Sealed>
  /** Insists no longer; waits for jobs that are being added. */
  close(): Promise<void>
}

/**
 * Commits payloads, then adds their jobs without letting the shipper wait for it: a payload whose job could not be
 * added is an orphan, which workers look for.
 */
export function createSealer(queues: Pick<Queues, 'add' | 'payloads'>, log: Log): Sealer {
  const load = createTenantLoad(() => queues.payloads.countByTenant())
  const stopping = new AbortController()
  const busy = new Set<Promise<unknown>>()

  function track<T>(work: Promise<T>): Promise<T> {
    const done = work.catch(() => undefined).finally(() => busy.delete(done))
    busy.add(done)
    return work
  }

  async function addJob({ payloadId, segments }: Payload, again: boolean): Promise<void> {
    const priority = load.add([...new Set(segments.map((segment) => segment.tenantId))])
    try {
      await queues.add(rawLogs, { payloadId }, { jobId: payloadId, priority, again })
    } catch (error) {
      log.warn({ err: error, payloadId }, 'payload stored without a job: a worker will find it')
    }
  }

  /** @param again the payloads may have been stored by an earlier try, found by a worker, and done */
  function addJobs(payloads: readonly Payload[], again: boolean): void {
    for (const payload of payloads) track(addJob(payload, again))
  }

  async function insist(payloads: readonly Payload[]): Promise<Sealed> {
    const payloadIds = payloads.map(({ payloadId }) => payloadId)
    let again = false
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await queues.payloads.put(...payloads)
        addJobs(payloads, again)
        return { payloadIds, repeated: false }
      } catch (error) {
        if (!(error instanceof UnavailableError) || stopping.signal.aborted) throw error
        log.warn({ err: error, payloadIds }, 'records are waiting: not stored')
      }
      again = true
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    async seal(lists, key) {
      const payloads = payloadsOf(lists)
      const ids = payloads.map(({ payloadId }) => payloadId)
      if (!key) await queues.payloads.put(...payloads)
      const payloadIds = key ? await queues.payloads.putOnce(key, ...payloads) : ids
      const repeated = payloadIds[0] !== ids[0]
      if (!repeated) addJobs(payloads, false)
      return { payloadIds, repeated }
    },
    insist: (lists) => track(insist(payloadsOf(lists))),
    async close() {
      stopping.abort()
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}

function payloadsOf(lists: readonly (readonly Segment[])[]): Payload[] {
  return lists.map((segments) => ({ payloadId: uuidV7(Date.now()), segments }))
}
