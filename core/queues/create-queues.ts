import { setTimeout as sleep } from 'node:timers/promises'
import { DelayedError, type Job, UnrecoverableError } from 'bullmq'
import { UnavailableError } from '../errors.ts'
import { answerInTime } from './answer-in-time.ts'
import type { QueueDefinition } from './define-queue.ts'
import type { EngineQueue } from './engine.ts'
import { keepWorking } from './keep-working.ts'
import { PoisonError } from './poison-error.ts'
import { createPostgresEngine } from './postgres-engine.ts'
import type { Consumer, Handler, Queues, WorkOptions } from './queues.ts'
import { createRedisEngine } from './redis-engine.ts'
import { retryDead } from './retry-dead.ts'

const ATTEMPTS = 8
const BACKOFF = { type: 'exponential', delay: 2_000, jitter: 0.5 } as const
const DEAD_LETTER_SECONDS = 7 * 24 * 3600
const LOCK_MS = 30_000
const MAX_STALLED = 3
/** BullMQ's own limit. */
const MAX_PRIORITY = 2_097_152
/** How long a job waits after an engine was away. */
const AWAY_MS = 2_000
const CLOSE_MS = 1_000

/** Job name that says: look whether the work is done already. */
const AGAIN = 'again'
const FIRST = 'first'

/** Queues and payloads on Redis when its address is given, else on Postgres (migrated with `migrateQueues`). */
export function createQueues(addresses: { postgresUrl: string; redisUrl?: string | undefined }): Queues {
  const engine = addresses.redisUrl
    ? createRedisEngine(addresses.redisUrl)
    : createPostgresEngine(addresses.postgresUrl)
  const opened = new Map<string, Promise<EngineQueue>>()
  const consumers = new Set<Consumer>()

  function open(name: string): Promise<EngineQueue> {
    const known = opened.get(name)
    if (known) return known
    const queue = engine.openQueue(name)
    queue.on('error', () => undefined)
    const opening = queue.waitUntilReady().then(() => queue)
    // BullMQ remembers a failed start for ever: forget that queue and open another one next time.
    opening.catch(() => {
      opened.delete(name)
      queue.close().catch(() => undefined)
    })
    opened.set(name, opening)
    return opening
  }

  function ask<T>(name: string, question: (queue: EngineQueue) => Promise<T>): Promise<T> {
    return answerInTime(engine.name, open(name).then(question))
  }

  return {
    payloads: engine.payloads,
    ping: () => engine.ping(),
    async add(definition, job, { jobId = crypto.randomUUID(), priority = 0, again = false } = {}) {
      const checked = definition.schema.parse(job)
      await ask(definition.name, (queue) =>
        queue.add(again ? AGAIN : FIRST, checked, {
          jobId,
          priority: Math.min(Math.max(0, Math.round(priority)), MAX_PRIORITY),
          attempts: ATTEMPTS,
          backoff: BACKOFF,
          removeOnComplete: true,
          removeOnFail: { age: DEAD_LETTER_SECONDS },
        }),
      )
    },
    async has(definition, jobId) {
      return (await ask(definition.name, (queue) => queue.getJob(jobId))) !== undefined
    },
    async depth(definition) {
      const counts = await ask(definition.name, (queue) =>
        queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed'),
      )
      const { wait = 0, prioritized = 0, delayed = 0, active = 0, failed = 0 } = counts
      return { waiting: wait + prioritized + delayed, running: active, dead: failed }
    },
    retryDead: (definition) => retryDead((question) => ask(definition.name, question)),
    work(definition, handler, options) {
      const lockDuration = options.lockMs ?? LOCK_MS
      const consumer = keepWorking(() => {
        const worker = engine.openWorker(definition.name, runner(definition, handler), {
          autorun: false,
          concurrency: options.concurrency,
          lockDuration,
          stalledInterval: lockDuration / 2,
          maxStalledCount: MAX_STALLED,
          removeOnComplete: { count: 0 },
          removeOnFail: { age: DEAD_LETTER_SECONDS },
        })
        worker.on('error', (error) => options.onError?.(error))
        worker.on('failed', (job, error) => reportDead(job, error, options))
        return worker
      })
      consumers.add(consumer)
      return consumer
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.close()))
      await Promise.all([...opened.values()].map(closeQueue))
      await engine.close()
    },
  }
}

/** A queue whose engine is away never finishes closing; ending its connection does the rest. */
async function closeQueue(opening: Promise<EngineQueue>): Promise<void> {
  const closing = opening.then((queue) => queue.close()).catch(() => undefined)
  await Promise.race([closing, sleep(CLOSE_MS, undefined, { ref: false })])
}

function runner<JobData>(definition: QueueDefinition<JobData>, handler: Handler<JobData>) {
  return async (job: Job<unknown, void>, token?: string): Promise<void> => {
    const checked = definition.schema.safeParse(job.data)
    if (!checked.success) throw new UnrecoverableError(`The job is malformed: ${checked.error.message}`)
    try {
      const again = job.name === AGAIN || job.attemptsStarted > 1 || job.attemptsMade > 0
      await handler(checked.data, { jobId: job.id ?? '', attempt: job.attemptsMade + 1, again })
    } catch (error) {
      if (error instanceof PoisonError) throw new UnrecoverableError(error.message)
      if (!(error instanceof UnavailableError)) throw error
      // Postgres takes whole milliseconds only.
      await job.moveToDelayed(Math.round(Date.now() + AWAY_MS * (1 + Math.random())), token)
      throw new DelayedError()
    }
  }
}

function reportDead(job: Job<unknown, void> | undefined, error: Error, options: WorkOptions): void {
  if (!job?.id) return
  if (job.finishedOn !== undefined || job.attemptsMade >= ATTEMPTS) options.onDead?.(job.id, error)
}
