import { createPostgresBackend, type PostgresConnectionOptions, withBackend } from 'bullmq'
import { Pool } from 'pg'
import { answerInTime } from './answer-in-time.ts'
import type { Engine } from './engine.ts'
import { createPostgresPayloads } from './postgres-payloads.ts'

const { Queue, Worker } = withBackend(createPostgresBackend)

/**
 * BullMQ on Postgres. Two small pools: payloads are committed durably; jobs are not (three times as many a second),
 * since a job that a crash of Postgres takes along is added again from its payload, and the log keeps their order.
 */
export function createPostgresEngine(url: string): Engine {
  const timeouts = { connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'nightjar-queues' }
  const durable = new Pool({
    ...timeouts,
    connectionString: url,
    max: 4,
    // With the wait for a connection less than COMMIT_PATIENCE_MS: a slow statement has ended, and stored nothing,
    // before its shipper hears that it failed and sends the same again.
    statement_timeout: 10_000,
    query_timeout: 30_000,
  })
  // Every BullMQ worker keeps one connection of its pool to listen on.
  const jobs = new Pool({
    ...timeouts,
    connectionString: url,
    max: 8,
    options: '-c search_path=bullmq -c synchronous_commit=off',
  })
  // A pool is what BullMQ asks for; its own description of one is narrower than pg's.
  const connection = jobs as unknown as PostgresConnectionOptions
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  durable.on('error', () => undefined)
  jobs.on('error', () => undefined)
  return {
    name: 'Postgres',
    openQueue: (name) => new Queue(name, { connection }),
    openWorker: (name, handle, options) => new Worker(name, handle, { connection, ...options }),
    payloads: createPostgresPayloads(durable),
    async ping() {
      await answerInTime('Postgres', durable.query('SELECT 1'))
    },
    async close() {
      await Promise.all([durable.end(), jobs.end()])
    },
  }
}
