import { UnavailableError } from '../errors.ts'
import type { EngineQueue } from './engine.ts'

const PAGE = 100

/**
 * Lets the dead letters that are there now be jobs again with all their attempts, oldest first; those that die once
 * more meanwhile stay.
 * @param ask asks the queue, within its patience
 * @returns how many
 */
export async function retryDead(
  ask: <T>(question: (queue: EngineQueue) => Promise<T>) => Promise<T>,
): Promise<number> {
  const { failed: dead = 0 } = await ask((queue) => queue.getJobCounts('failed'))
  let retried = 0
  for (let left = dead; left > 0; ) {
    const last = Math.min(PAGE, left) - 1
    const jobs = await ask((queue) => queue.getJobs(['failed'], 0, last, true))
    if (jobs.length === 0) break
    left -= jobs.length
    for (const job of jobs) {
      const isRetried = await ask(() => job.retry('failed', { resetAttemptsMade: true })).then(
        () => true,
        (error: unknown) => {
          if (error instanceof UnavailableError) throw error
          // Somebody else retried it just now.
          return false
        },
      )
      if (isRetried) retried++
    }
  }
  return retried
}
