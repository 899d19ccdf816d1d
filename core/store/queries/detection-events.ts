import type { Entity } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, ofDetections, rangeParams, type TimeSpan, type Where } from '../event-query.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { EVENT_SELECT } from '../read-event.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

export interface Evidence {
  ruleId: string
  entity: Entity
  range: TimeSpan
  backfill: boolean
  /** Only detections in these; the range and the entity may be another alert's too. */
  payloadIds: readonly string[]
}

/** Events that a rule matched for an entity: what stands behind an alert. */
export async function detectionEvents(
  store: Store,
  scope: TenantScope,
  evidence: Evidence,
  page: Page,
): Promise<EventPage> {
  const { tail, params } = pageWhere(evidenceWhere(evidence), page)
  const { rows, stats } = await store.read(scope, {
    sql: `SELECT ${EVENT_SELECT} FROM events ${tail}`,
    params,
  })
  return readPage(rows, stats, page)
}

export function evidenceWhere({ ruleId, entity, range, backfill, payloadIds }: Evidence): Where {
  const found = ofDetections(`rule_id = {rule:String}
    AND entity_site = {site:String} AND entity_kind = {kind:String} AND entity_value = {value:String}
    AND backfill = {backfill:Bool} AND NOT shadow AND payload_id IN {payloads:Array(UUID)}`)
  const params = {
    ...rangeParams(range),
    rule: ruleId,
    site: entity.site,
    kind: entity.kind,
    value: entity.value,
    backfill,
    payloads: payloadIds,
  }
  return { condition: `${IN_SCOPE} AND ${IN_RANGE} AND ${found}`, params }
}
