import type { QueueDefinition } from './define-queue.ts'
import type { PayloadStore } from './payload-store.ts'

/**
 * Vocabulary of the queues.
 *
 * job          a small validated document, at least once handed to a handler
 * attempt      one try at a job; an engine that is away is not an attempt
 * dead letter  a job given up after its attempts, or poison: kept for seven days, its payload for as long as it lies there
 * orphan       a payload without a job: its door died, or its queue was away, between the two commits
 */
export interface Queues {
  /** Adding a job id that is there already (waiting, running or dead) changes nothing. */
  add<Job>(queue: QueueDefinition<Job>, job: Job, options?: AddOptions): Promise<void>
  /**
   * Starts handling jobs. A handler that throws `UnavailableError` gets its job again later and no attempt is counted;
   * `PoisonError` makes a dead letter; anything else counts as an attempt.
   */
  work<Job>(queue: QueueDefinition<Job>, handler: Handler<Job>, options: WorkOptions): Consumer
  has<Job>(queue: QueueDefinition<Job>, jobId: string): Promise<boolean>
  /** Jobs waiting, delayed or running, and dead letters. Poll it once a second, never per request. */
  depth<Job>(queue: QueueDefinition<Job>): Promise<QueueDepth>
  /** Makes jobs of the dead letters again, marked as having run before. @returns how many */
  retryDead<Job>(queue: QueueDefinition<Job>): Promise<number>
  payloads: PayloadStore
  /** @throws UnavailableError when the engine does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface AddOptions {
  /** Letters, digits, `-` and `.`. */
  jobId?: string
  /** 0 runs first. */
  priority?: number
  /** Handled before, perhaps: the handler must look whether its work is done. */
  again?: boolean
}

export interface WorkOptions {
  concurrency: number
  /** How long a worker that died keeps its jobs, in milliseconds. */
  lockMs?: number
  onDead?: (jobId: string, error: Error) => void
  onError?: (error: Error) => void
}

export type Handler<Job> = (job: Job, context: JobContext) => Promise<void>

export interface JobContext {
  jobId: string
  /** 1 at the first. */
  attempt: number
  /** The job may have run before, wholly or in part. */
  again: boolean
}

export interface Consumer {
  /** Takes no new job; running ones go on. */
  pause(): Promise<void>
  resume(): void
  /** Waits for running jobs. */
  close(): Promise<void>
}

export interface QueueDepth {
  waiting: number
  running: number
  dead: number
}
