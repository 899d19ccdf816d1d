import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startClickHouse } from '../../embedded/start-clickhouse.ts'
import { startPostgres } from '../../embedded/start-postgres.ts'
import { startRedis } from './start-redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { ownerUrl: string; appUrl: string }
    clickhouse: { url: string; user: string; password: string }
    /** Undefined where redis-server is not installed. */
    redisUrl: string | undefined
  }
}

/** One Postgres, one ClickHouse and, where installed, one Redis for the whole run: gone afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-test-'))
  const [postgres, clickhouse, redis] = await Promise.all([
    startPostgres({ home }),
    startClickHouse({ home }),
    startRedis(home),
  ])
  project.provide('postgres', { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl })
  const { url, user, password } = clickhouse
  project.provide('clickhouse', { url, user, password })
  project.provide('redisUrl', redis?.url)
  return async () => {
    await Promise.all([postgres.stop(), clickhouse.stop(), redis?.stop()])
    await rm(home, { recursive: true, force: true })
  }
}
