import { uuidV7 } from '#core/event/uuid-v7'
import type { Log } from '#core/log'
import type { Payload, Segment } from '#core/queues/payload'
import type { Queues } from '#core/queues/queues'
import { rawLogs } from '#core/queues/raw-logs'
import type { Seal } from './create-gather.ts'
import { createTenantLoad } from './create-tenant-load.ts'

export interface Sealer {
  seal: Seal
  /** Waits for jobs that are being added. */
  settle(): Promise<void>
}

/**
 * Commits payloads, then adds their jobs without letting the shipper wait for it: a payload whose job could not be
 * added is an orphan, which workers look for.
 */
export function createSealer(queues: Queues, log: Log): Sealer {
  const load = createTenantLoad(() => queues.payloads.countByTenant())
  const adding = new Set<Promise<void>>()

  async function addJob({ payloadId, segments }: Payload): Promise<void> {
    const priority = load.add([...new Set(segments.map((segment) => segment.tenantId))])
    try {
      await queues.add(rawLogs, { payloadId }, { jobId: payloadId, priority })
    } catch (error) {
      log.warn({ err: error, payloadId }, 'payload stored without a job: a worker will find it')
    }
  }

  async function seal(lists: readonly (readonly Segment[])[]): Promise<string[]> {
    const payloads = lists.map((segments): Payload => ({ payloadId: uuidV7(Date.now()), segments }))
    await queues.payloads.put(...payloads)
    for (const payload of payloads) {
      const added = addJob(payload).finally(() => adding.delete(added))
      adding.add(added)
    }
    return payloads.map(({ payloadId }) => payloadId)
  }

  return {
    seal,
    async settle() {
      await Promise.all(adding)
    },
  }
}
