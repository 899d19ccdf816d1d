import { Registry } from 'prom-client'
import type { Config } from '#core/config'
import { createEnrich } from '#core/enrich/create-enrich'
import { UserError } from '#core/errors'
import type { Log } from '#core/log'
import { parsers as packaged } from '#core/parse/generated/registry'
import { knownNames } from '#core/parse/known-names'
import { createParseLine } from '#core/parse/parse-line'
import { createRecords } from '#core/records/create-records'
import { holdTenant } from '#core/records/hold-tenant'
import { listSources } from '#core/records/sources'
import { tenantsBySlug } from '#core/records/tenants'
import { createStore } from '#core/store/create-store'
import { createReparseLedger } from '#core/store/reparse/create-reparse-ledger'
import type { Run } from '#core/store/reparse/slice'
import { storeConnectionOf } from '#core/store/store-connection-of'
import { grantScope } from '#core/tenant/grant-scope'
import { createNameAllowance } from '../ingest/create-name-allowance.ts'
import { createRuleMetrics } from '../ingest/create-rule-metrics.ts'
import { keepKnowledge } from '../ingest/keep-knowledge.ts'
import { keepParsers } from '../ingest/keep-parsers.ts'
import { loadGeoTables } from '../ingest/load-geo-tables.ts'
import { createReplay } from '../ingest/pipeline.ts'
import { createStageClock } from '../ingest/stage-clock.ts'
import { createArrivals } from './arrivals-of-lines.ts'
import { closeSlices, replaceSlice } from './replace-slice.ts'

export interface ReparseProgress {
  /** Rows of the range when the run began, those that an earlier run did with them. */
  rows: number
  /** Receive time up to which all is done. */
  to: number
  events: number
  detections: number
}

interface ReparseOptions {
  config: Config
  log: Log
  run: Run
  onProgress: (progress: ReparseProgress) => void
  sliceRows?: number
  graceMs?: number
}

const SLICE_ROWS = 200_000
const GRACE_MS = 1_000

/**
 * Makes the events of a run, and their detections, anew from the stored lines: by the parsers, rules and descriptions of
 * sources that are in force when it begins. Alerts are neither raised nor changed. A run that was cut short is taken up
 * where it was.
 * @throws UserError CONFLICT when the tenant is being reparsed already, BAD_USER_INPUT on a cluster
 */
export async function runReparse(options: ReparseOptions): Promise<{ events: number; detections: number }> {
  const { config, run, onProgress, sliceRows = SLICE_ROWS, graceMs = GRACE_MS } = options
  if (config.CLICKHOUSE_CLUSTER)
    throw new UserError(
      'BAD_USER_INPUT',
      'On a cluster replicas would swap one after the other: not there yet',
    )
  const release = await holdTenant(config.POSTGRES_URL, run.tenantId, 'reparse')
  const { replay, sources, close } = await readingOf(options)
  const connection = storeConnectionOf(config)
  const [store, ledger] = [createStore(connection), createReparseLedger(connection)]
  try {
    await closeSlices(ledger, run.tenantId)
    const replacing = {
      ...{ store, ledger, replay, graceMs, scope: grantScope([run.tenantId]) },
      arrivals: createArrivals(run.tenantId, sources),
    }
    const done = await ledger.doneBefore(run)
    const revision = await ledger.nextRevision(run.tenantId)
    const stretches = await ledger.stretches(run)
    const sum = { events: 0, detections: 0 }
    const rows = stretches.reduce((all, stretch) => all + stretch.rows, 0)
    for (const stretch of stretches) {
      const { retentionClass } = stretch
      let from = Math.max(stretch.from, done.get(retentionClass) ?? 0)
      while (from < stretch.to) {
        const to = await ledger.endOfSlice(run, { ...stretch, from }, sliceRows)
        if (to === undefined) break
        const made = await replaceSlice(replacing, { run, revision, retentionClass, from, to })
        sum.events += made.events
        sum.detections += made.detections
        from = to
        onProgress({ ...sum, rows, to })
      }
    }
    await ledger.mark({ run, revision, retentionClass: 0, from: run.from, to: run.to }, 'finished')
    return sum
  } finally {
    await Promise.all([store.close(), ledger.close(), close()])
    await release()
  }
}

/** The pipeline of now, and what is said of the tenant's sources. */
async function readingOf({ config, log, run }: ReparseOptions) {
  const registry = new Registry()
  const records = createRecords({ url: config.POSTGRES_URL, maxConnections: 2 })
  const knowledge = await keepKnowledge({
    sources: { folders: config.RULES, file: config.RULES_FILE },
    tenantIds: async (slugs) =>
      new Map((await tenantsBySlug(records, slugs)).map(({ slug, tenantId }) => [slug, tenantId])),
    metrics: createRuleMetrics(registry),
    log,
  })
  try {
    const parsers = keepParsers(records, log)
    await parsers.prepare([run.tenantId])
    const sources = await listSources(records, grantScope([run.tenantId]))
    const enrich = createEnrich({ off: config.ENRICH_OFF, geoTables: await loadGeoTables(config.GEOIP) })
    const namesOf = createNameAllowance(knownNames(packaged, createParseLine()))
    const reading = { parseLinesOf: parsers.parseLinesOf, namesOf, enrich }
    const clock = createStageClock(registry)
    const replay = await knowledge.derive((rules) => createReplay(reading, rules, clock))()
    return {
      replay,
      sources: new Map(sources.map((source) => [source.sourceId, source])),
      close: () => records.close(),
    }
  } finally {
    await knowledge.close()
  }
}
