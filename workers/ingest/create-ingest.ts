import type { Log } from '#core/log'
import { alerts } from '#core/queues/alerts'
import type { Payload } from '#core/queues/payload'
import type { Handler, Queues } from '#core/queues/queues'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { payloadStored } from '#core/store/queries/payload-stored'
import { tokenRemembered } from '#core/store/queries/token-remembered'
import type { Store } from '#core/store/store'
import { grantScope } from '#core/tenant/grant-scope'
import type { IngestMetrics } from './create-ingest-metrics.ts'
import { createTurns } from './create-turns.ts'
import type { Batch, Pipeline } from './run-pipeline.ts'
import type { StageClock } from './stage-clock.ts'

interface IngestOptions {
  queues: Queues
  store: Store
  /** The one of the rules, and of these tenants' parsers, as they are now. */
  pipeline: (tenantIds: readonly string[]) => Promise<Pipeline>
  clock: StageClock
  metrics: IngestMetrics
  log: Log
}

/**
 * Makes events of a payload. In this order, so that a death between two steps is mended by doing all of them again:
 * store the events, store the detections, ask for alerts, remove the payload. Both inserts carry the payload id as
 * their token; a payload that may have been here before is looked up first, since tokens are remembered only so long.
 */
export function createIngest(options: IngestOptions): Handler<{ payloadId: string }> {
  const { queues, store, clock, metrics, log } = options
  // One payload computes while others fetch and insert.
  const turns = createTurns()

  async function storeBatch(payload: Payload, batch: Batch, again: boolean): Promise<void> {
    const { payloadId } = payload
    const retentionClass = payload.segments[0]?.retentionClass
    const before = again
      ? await payloadStored(store, scopeOf(payload), payloadId)
      : { events: 0, detections: 0 }
    // ClickHouse may have died between rows and what its views count of them: the same insert makes up for that.
    const received = Math.min(...payload.segments.map((segment) => segment.received))
    const mayRepeat =
      before.events > 0 && (await tokenRemembered(store, scopeOf(payload), { payloadId, received }))
    if (mayRepeat || before.events < batch.events.length)
      await clock.measure('store', () => insertEvents(store, payloadId, batch.events, retentionClass))
    if (mayRepeat || before.detections < batch.detections.length)
      await clock.measure('store', () => insertDetections(store, payloadId, batch.detections, retentionClass))
  }

  async function askForAlerts({ payloadId, segments }: Payload, batch: Batch, again: boolean): Promise<void> {
    // An earlier try may have stored detections by rules that are gone by now: alerts are raised from what is stored.
    const concerned = again ? segments : batch.detections.filter(({ shadow }) => !shadow)
    for (const tenantId of new Set(concerned.map((part) => part.tenantId)))
      await queues.add(alerts, { tenantId, payloadId }, { jobId: `${payloadId}.${tenantId}` })
  }

  return async ({ payloadId }, { again, attempt }) => {
    const payload = await queues.payloads.get(payloadId)
    // Done before; its job was added once more.
    if (!payload) return
    if (attempt > 1) log.warn({ payloadId, attempt }, 'payload tried again')
    const batch = await turns.take(async () => (await options.pipeline(tenantsOf(payload)))(payload))
    await storeBatch(payload, batch, again)
    await askForAlerts(payload, batch, again)
    await queues.payloads.remove(payloadId)
    metrics.stored(batch, Date.now())
    for (const [reason, count] of batch.dead) log.error({ payloadId, count, reason }, 'records broke a step')
  }
}

function scopeOf(payload: Payload) {
  return grantScope(tenantsOf(payload))
}

function tenantsOf({ segments }: Payload): string[] {
  return [...new Set(segments.map(({ tenantId }) => tenantId))]
}
