import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { StoreConnection } from '#core/store/connection'

const LAUNCHER = join(import.meta.dirname, '../../cli/nightjar.mjs')

interface Engines {
  postgresUrl: string
  clickhouse: StoreConnection
  redisUrl?: string | undefined
}

/** `nightjar worker` in a process of its own, to be killed. @throws Error when it ends before it is ready */
export async function startWorkerProcess({
  postgresUrl,
  clickhouse,
  redisUrl,
}: Engines): Promise<ChildProcess> {
  const env = {
    ...process.env,
    NIGHTJAR_POSTGRES_URL: postgresUrl,
    NIGHTJAR_CLICKHOUSE_URL: clickhouse.url,
    NIGHTJAR_CLICKHOUSE_USER: clickhouse.user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: clickhouse.password,
    NIGHTJAR_CLICKHOUSE_DATABASE: clickhouse.database,
    NIGHTJAR_REDIS_URL: redisUrl ?? '',
    NIGHTJAR_WORKER_PORT: '0',
    NIGHTJAR_LOG_LEVEL: 'fatal',
  }
  const child = fork(LAUNCHER, ['worker'], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [{ ready?: string }]
  if (!/^\d+ rules: /.test(said?.ready ?? '')) throw new Error(`The worker ended: ${JSON.stringify(said)}`)
  return child
}
