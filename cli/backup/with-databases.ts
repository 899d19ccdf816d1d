import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, isChosen, readConfig } from '#core/config'
import { UserError } from '#core/errors'
import type { StoreConnection } from '#core/store/connection'
import { storeConnectionOf } from '#core/store/store-connection-of'
import { startClickHouse } from '../../embedded/start-clickhouse.ts'
import { startPostgres } from '../../embedded/start-postgres.ts'
import { readOperatorConfig } from '../operator-config.ts'
import { homePath, openHome, runsIn } from '../up/home.ts'

export interface Databases {
  postgresUrl: string
  postgresOwnerUrl: string
  redisUrl: string | undefined
  clickhouse: StoreConnection
  /** Of an embedded installation. */
  home: string | undefined
}

/**
 * Databases for as long as they are used: those of the environment; else those of the `nightjar up` that runs in
 * NIGHTJAR_HOME; else that home's own, started for it.
 * @param toFill a home that is empty or missing is wanted, and nobody may run in it
 * @throws UserError
 */
export async function withDatabases<T>(
  { toFill }: { toFill: boolean },
  use: (databases: Databases) => Promise<T>,
): Promise<T> {
  const config = readConfig()
  if (isChosen('POSTGRES_URL')) return use(databasesOf(config, undefined))
  const home = homePath(config.HOME)
  if (!toFill && runsIn(home)) return use(databasesOf(readOperatorConfig(), home))
  if (!toFill && !existsSync(join(home, 'postgres')))
    throw new UserError(
      'BAD_USER_INPUT',
      `There is no installation in ${home}: set NIGHTJAR_HOME to where it is`,
    )
  return withHome(config, use)
}

function databasesOf(config: Config, home: string | undefined): Databases {
  if (!config.POSTGRES_OWNER_URL)
    throw new UserError(
      'BAD_USER_INPUT',
      'Set NIGHTJAR_POSTGRES_OWNER_URL: backups are made and restored as the owner of the database',
    )
  if (config.CLICKHOUSE_CLUSTER)
    throw new UserError(
      'BAD_USER_INPUT',
      "A cluster is backed up by ClickHouse's own BACKUP ... ON CLUSTER: docs/scaling.md says how",
    )
  return {
    postgresUrl: config.POSTGRES_URL,
    postgresOwnerUrl: config.POSTGRES_OWNER_URL,
    redisUrl: config.REDIS_URL,
    clickhouse: storeConnectionOf(config),
    home,
  }
}

async function withHome<T>(config: Config, use: (databases: Databases) => Promise<T>): Promise<T> {
  const home = openHome(config.HOME)
  const undo: (() => Promise<void>)[] = [async () => home.release()]
  try {
    const postgres = await startPostgres({ home: home.path })
    undo.push(postgres.stop)
    const { url, user, password, stop } = await startClickHouse({ home: home.path })
    undo.push(stop)
    return await use({
      postgresUrl: postgres.appUrl,
      postgresOwnerUrl: postgres.ownerUrl,
      redisUrl: config.REDIS_URL,
      clickhouse: { url, user, password, database: config.CLICKHOUSE_DATABASE },
      home: home.path,
    })
  } finally {
    for (const step of undo.reverse()) await step()
  }
}
