import { Gauge, type Registry } from 'prom-client'
import { alerts } from '#core/queues/alerts'
import type { Queues } from '#core/queues/queues'
import { rawLogs } from '#core/queues/raw-logs'

const EVERY_MS = 2_000

/** Shows how long the queues are. @returns a function that stops it */
export function watchQueues(queues: Queues, registry: Registry): () => void {
  const jobs = new Gauge({
    name: 'nightjar_queue_jobs',
    help: 'Jobs by queue and state, seen every two seconds',
    labelNames: ['queue', 'state'],
    registers: [registry],
  })
  let looking = false

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    for (const queue of [rawLogs, alerts]) {
      // The queue is away: the gauges stay as they were.
      const depth = await queues.depth(queue).catch(() => undefined)
      if (!depth) continue
      for (const [state, count] of Object.entries(depth)) jobs.set({ queue: queue.name, state }, count)
    }
    looking = false
  }

  const timer = setInterval(() => void look(), EVERY_MS)
  return () => clearInterval(timer)
}
