import type { Detection } from '#core/event/detection'
import type { Log } from '#core/log'
import type { Handler } from '#core/queues/queues'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import type { Records } from '#core/records/create-records'
import { idsOfDroppedFiles } from '#core/records/dropped-files/ids-of-dropped-files'
import type { Signals } from '#core/signals/signals'
import { detectionsOfPayload } from '#core/store/queries/detections-of-payload'
import type { Store } from '#core/store/store'
import { grantScope } from '#core/tenant/grant-scope'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { groupDetections } from './group-detections.ts'

interface RaiseOptions {
  store: Store
  records: Records
  signals: Signals
  descriptionOf: (tenantId: string, ruleId: string) => string | undefined
  log: Log
}

/** Counts the detections of a tenant in a payload towards alerts, once however often it runs, and tells who listens. */
export function createRaise(options: RaiseOptions): Handler<{ tenantId: string; payloadId: string }> {
  const { store, records, signals, descriptionOf, log } = options
  return async ({ tenantId, payloadId }) => {
    const scope = grantScope([tenantId])
    const found = await detectionsOfPayload(store, scope, payloadId)
    const detections = await withoutDroppedFiles(records, scope, found)
    const groups = groupDetections(detections, (ruleId) => descriptionOf(tenantId, ruleId))
    const raised = await raiseAlerts(records, scope, { payloadId, groups, now: Date.now() })
    const told = new Set<string>()
    for (const [index, { alertId, counted }] of raised.entries()) {
      if (counted === 0 || told.has(alertId)) continue
      told.add(alertId)
      const backfill = groups[index]?.backfill ?? false
      // Counting must not be repeated for the sake of a signal: who missed it sees the alert in the list.
      await signals
        .publish('alertRaised', { tenantId, alertId, backfill })
        .catch((error: unknown) => log.warn({ err: error, alertId }, 'alert raised, but nobody was told'))
    }
  }
}

/** What somebody gave to look at is told beside the file; the queue is for what happens to the tenant. */
async function withoutDroppedFiles(
  records: Records,
  scope: TenantScope,
  detections: readonly Detection[],
): Promise<readonly Detection[]> {
  // All that comes by way of a dropped file is marked as old, so that live detections need not be looked up.
  const sourceIds = new Set(detections.filter(({ backfill }) => backfill).map(({ sourceId }) => sourceId))
  if (sourceIds.size === 0) return detections
  const files = await idsOfDroppedFiles(records, scope, [...sourceIds])
  return detections.filter(({ sourceId }) => !files.has(sourceId))
}
