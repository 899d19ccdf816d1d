import type { Job } from 'bullmq'
import type { PayloadStore } from './payload-store.ts'

/** What Postgres and Redis have to offer for `createQueues` to treat them alike. */
export interface Engine {
  name: string
  openQueue(name: string): EngineQueue
  openWorker(name: string, handle: EngineHandler, options: EngineWorkerOptions): EngineWorker
  payloads: PayloadStore
  ping(): Promise<void>
  close(): Promise<void>
}

export type EngineHandler = (job: Job<unknown, void>, token?: string) => Promise<void>

export interface EngineWorkerOptions {
  /** False: on Postgres a worker that runs before its engine is there asks in a loop that lets nothing else run. */
  autorun: false
  concurrency: number
  lockDuration: number
  stalledInterval: number
  maxStalledCount: number
  removeOnComplete: { count: number }
  removeOnFail: { age: number }
}

/** The part of BullMQ's `Queue` in use. */
export interface EngineQueue {
  waitUntilReady(): Promise<unknown>
  add(
    name: string,
    job: unknown,
    options: {
      /** Always ours: on Postgres, BullMQ makes a sequence for its own, which the program's role may not. */
      jobId: string
      priority: number
      attempts: number
      backoff: { type: 'exponential'; delay: number; jitter: number }
      removeOnComplete: boolean
      removeOnFail: { age: number }
    },
  ): Promise<unknown>
  getJob(jobId: string): Promise<unknown>
  getJobCounts(
    ...types: ('wait' | 'prioritized' | 'delayed' | 'active' | 'failed')[]
  ): Promise<Record<string, number>>
  getJobs(types: 'failed'[], start: number, end: number, oldestFirst: boolean): Promise<EngineDeadLetter[]>
  on(event: 'error', listener: (error: Error) => void): unknown
  close(): Promise<void>
}

interface EngineDeadLetter {
  retry(state: 'failed', options: { resetAttemptsMade: boolean }): Promise<void>
}

/** The part of BullMQ's `Worker` in use. */
export interface EngineWorker {
  waitUntilReady(): Promise<unknown>
  /** Resolves when the worker is closed. */
  run(): Promise<void>
  pause(doNotWaitActive?: boolean): Promise<void>
  resume(): void
  close(force?: boolean): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'failed', listener: (job: Job<unknown, void> | undefined, error: Error) => void): unknown
}
