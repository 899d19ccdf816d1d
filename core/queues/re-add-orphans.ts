import type { Queues } from './queues.ts'
import { rawLogs } from './raw-logs.ts'

const PAGE = 500

/**
 * Adds the jobs of payloads that have none: their door died between the two commits, or the queue was away.
 * Looks at one page per call and goes on behind it at the next, so that a long backlog costs little.
 * @param after where the last call stopped
 * @returns how many jobs were added, and where to go on; undefined when the end was reached
 */
export async function reAddOrphans(
  queues: Queues,
  olderThanMs: number,
  after?: string,
): Promise<{ added: number; next: string | undefined }> {
  const page = { olderThanMs, limit: PAGE, ...(after === undefined ? {} : { after }) }
  const payloadIds = await queues.payloads.listIds(page)
  let added = 0
  for (const payloadId of payloadIds) {
    if (await queues.has(rawLogs, payloadId)) continue
    await queues.add(rawLogs, { payloadId }, { jobId: payloadId, again: true })
    added++
  }
  return { added, next: payloadIds.length < PAGE ? undefined : payloadIds.at(-1) }
}
