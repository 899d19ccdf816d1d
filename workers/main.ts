import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Config } from '#core/config'
import { createEnrich } from '#core/enrich/create-enrich'
import type { Log } from '#core/log'
import { parsers as packaged } from '#core/parse/generated/registry'
import { knownNames } from '#core/parse/known-names'
import { createParseLine } from '#core/parse/parse-line'
import { alerts } from '#core/queues/alerts'
import { createQueues } from '#core/queues/create-queues'
import type { Consumer } from '#core/queues/queues'
import { rawLogs } from '#core/queues/raw-logs'
import { createRecords } from '#core/records/create-records'
import { tenantsBySlug } from '#core/records/tenants'
import { createSignals } from '#core/signals/create-signals'
import { createStore } from '#core/store/create-store'
import { storeConnectionOf } from '#core/store/store-connection-of'
import { createRaise } from './alerts/create-raise.ts'
import { createIngest } from './ingest/create-ingest.ts'
import { createIngestMetrics } from './ingest/create-ingest-metrics.ts'
import { createNameAllowance } from './ingest/create-name-allowance.ts'
import { createRuleMetrics } from './ingest/create-rule-metrics.ts'
import { keepKnowledge } from './ingest/keep-knowledge.ts'
import { keepParsers } from './ingest/keep-parsers.ts'
import { loadGeoTables } from './ingest/load-geo-tables.ts'
import { createPipeline } from './ingest/pipeline.ts'
import { sayCounts } from './ingest/rule-counts.ts'
import { createStageClock } from './ingest/stage-clock.ts'
import { patrolOrphans } from './patrol-orphans.ts'
import { pauseWhileAway } from './pause-while-away.ts'
import { serveHealth } from './serve-health.ts'
import { watchQueues } from './watch-queues.ts'

/** One fetches, one computes, one inserts. */
const INGEST_CONCURRENCY = 3
const ALERTS_CONCURRENCY = 4

export interface RunningWorker {
  /** Of /healthz, /readyz and /metrics. */
  port: number
  /** How many rules are in force, for people. */
  rules(): string
  /** Finishes the jobs at hand, then lets go of the engines. */
  close(): Promise<void>
}

/**
 * @throws Error when the port is taken, a folder of rules or a database of places is missing or the rules configuration is wrong; engines that
 *   are away are waited for
 */
export async function startWorker(config: Config, log: Log): Promise<RunningWorker> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'nightjar_' })
  const geoTables = await loadGeoTables(config.GEOIP)
  const records = createRecords({ url: config.POSTGRES_URL })
  const knowledge = await keepKnowledge({
    sources: { folders: config.RULES, file: config.RULES_FILE },
    tenantIds: async (slugs) =>
      new Map((await tenantsBySlug(records, slugs)).map(({ slug, tenantId }) => [slug, tenantId])),
    metrics: createRuleMetrics(registry),
    log,
  })
  const queues = createQueues({ postgresUrl: config.POSTGRES_URL, redisUrl: config.REDIS_URL })
  const signals = createSignals(config)
  const store = createStore({ ...storeConnectionOf(config), log })

  const check = async () => {
    const [clickhouse, postgres, queue] = await Promise.all([
      store.ping().catch(() => false),
      isThere(records.ping()),
      isThere(queues.ping()),
    ])
    return { clickhouse, postgres, queue }
  }
  const consumers: Consumer[] = []
  const guard = pauseWhileAway(
    () => consumers,
    async () => Object.values(await check()).every(Boolean),
    log,
  )

  const clock = createStageClock(registry)
  const metrics = createIngestMetrics(registry)
  const parsers = keepParsers(records, log)
  const reading = {
    parseLinesOf: parsers.parseLinesOf,
    namesOf: createNameAllowance(knownNames(packaged, createParseLine())),
    enrich: createEnrich({ off: config.ENRICH_OFF, geoTables }),
  }
  const pipelineNow = knowledge.derive((rules) => createPipeline(reading, rules, clock))
  const pipeline = async (tenantIds: readonly string[]) => {
    await parsers.prepare(tenantIds)
    return pipelineNow()
  }
  const ingest = createIngest({ queues, store, pipeline, clock, metrics, log })
  const descriptionOf = (tenantId: string, ruleId: string) => knowledge.ruleOf(tenantId, ruleId)?.description
  const raise = createRaise({ store, records, signals, descriptionOf, log })
  const closeEngines = async () => {
    await queues.close()
    await Promise.all([store.close(), signals.close(), records.close(), knowledge.close()])
  }
  const health = await serveHealth({ host: config.HOST, port: config.WORKER_PORT, registry, check }).catch(
    async (error: unknown) => {
      await closeEngines()
      throw error
    },
  )

  const onError = (error: Error) => log.warn({ err: error }, 'the queue has trouble')
  const onDead = (jobId: string, error: Error) => {
    metrics.deadLetter()
    log.error({ err: error, jobId }, 'job given up: a dead letter, its payload is kept')
  }
  const options = { onError, onDead }
  consumers.push(queues.work(rawLogs, guard.watch(ingest), { ...options, concurrency: INGEST_CONCURRENCY }))
  consumers.push(queues.work(alerts, guard.watch(raise), { ...options, concurrency: ALERTS_CONCURRENCY }))
  if (!(await store.ping().catch(() => false))) guard.engineAway('ClickHouse does not answer')
  const stopPatrol = patrolOrphans(queues, log)
  const stopWatch = watchQueues(queues, registry)
  const stops = [
    signals.subscribe('rulesChanged', () => knowledge.reload()),
    signals.subscribe('parsersChanged', ({ tenantId }) => parsers.forget(tenantId)),
  ]
  log.info({ port: health.port }, 'worker works')

  return {
    port: health.port,
    rules: () => sayCounts(knowledge.counts()),
    async close() {
      for (const stop of stops) stop()
      stopWatch()
      await stopPatrol()
      await guard.close()
      await closeEngines()
      await health.close()
    },
  }
}

async function isThere(answer: Promise<void>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  )
}
