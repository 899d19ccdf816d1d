import { Registry } from 'prom-client'
import { createCategorise } from '#core/categorise/categorise'
import type { Config } from '#core/config'
import type { Log } from '#core/log'
import { createQueues } from '#core/queues/create-queues'
import { createRecords } from '#core/records/create-records'
import { resolveIngestToken } from '#core/records/ingest-tokens'
import { listSyslogSources } from '#core/records/sources'
import { createSignals } from '#core/signals/create-signals'
import { createStore } from '#core/store/create-store'
import { storeConnectionOf } from '#core/store/store-connection-of'
import { ownCategories, readCategoryFolder } from '../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder } from '../rules/read-rule-folder.ts'
import { createCollect } from './collect/create-collect.ts'
import { createApp } from './create-app.ts'
import { serveExports } from './exports/serve-exports.ts'
import { serveFiles } from './files/serve-files.ts'
import { createGraphql } from './graphql/create-graphql.ts'
import { serveHealth } from './health.ts'
import { createIdentity } from './identity/create-identity.ts'
import { trustedOrigins } from './identity/trusted-origins.ts'
import { keepRetentionLimits } from './keep-retention-limits.ts'
import { keepRulebook } from './keep-rulebook.ts'

export interface RunningServer {
  /** `http://HOST:PORT`, with the port that was chosen. */
  url: string
  /** Finishes what runs, seals what the doors took, lets go of the engines. */
  close(): Promise<void>
}

/**
 * Starts what `config.ROLES` names: the doors (collect), GraphQL and sign-in (graphql).
 * @throws Error when the port is taken or an engine does not answer
 */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const records = createRecords({ url: config.POSTGRES_URL })
  const signals = createSignals(config)
  const queues = createQueues({ postgresUrl: config.POSTGRES_URL, redisUrl: config.REDIS_URL })
  const registry = new Registry()
  const app = createApp({ log, trustProxy: config.TRUST_PROXY })
  const engines: Record<string, () => Promise<unknown>> = {
    postgres: () => records.ping(),
    queues: () => queues.ping(),
  }
  /** In the order of closing. */
  const closing: (() => Promise<void>)[] = [() => app.close()]
  const close = async () => {
    for (const step of closing) await step()
    await queues.close()
    await signals.close()
    await records.close()
  }

  try {
    if (config.ROLES.includes('collect')) {
      const collect = createCollect({
        ...{ config, queues, signals, registry, log },
        resolveToken: (secret) => resolveIngestToken(records, secret),
        listSyslogSources: () => listSyslogSources(records),
      })
      closing.push(() => collect.close())
      await app.register(collect.plugin)
      await collect.startSyslog()
    }
    if (config.ROLES.includes('graphql')) {
      const store = createStore({
        ...storeConnectionOf(config),
        limitsOf: keepRetentionLimits(records, signals),
        log,
      })
      const identity = createIdentity({ records, signals, config, log })
      engines.clickhouse = async () => {
        if (!(await store.ping())) throw new Error('ClickHouse does not answer')
      }
      closing.push(() => store.close())
      await app.register(identity.plugin)
      const { sessionOf } = identity
      const origins = trustedOrigins(config)
      const { families: logSources } = await readLogSourceFolder(ownLogSources)
      const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
      const rulesOf = keepRulebook({ folders: config.RULES, file: config.RULES_FILE }, log)
      const mostDays = Math.max(...config.RETENTION_CLASSES)
      await createGraphql(app, {
        ...{ records, store, signals, sessionOf, log, logSources, categorise, rulesOf, mostDays },
        trustedOrigins: origins,
      })
      serveExports(app, { records, store, sessionOf, logSources })
      serveFiles(app, { records, queues, retention: config, sessionOf, trustedOrigins: origins, log })
    }
    serveHealth(app, { engines, registry })
    const url = await app.listen({ host: config.HOST, port: config.PORT })
    log.info({ url, roles: config.ROLES }, 'server listens')
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}
