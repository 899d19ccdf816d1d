import { z } from 'zod'
import { type Entity, type Level, SEVERITY_LEVELS } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere, IN_RANGE, ofDetections } from '../event-query.ts'
import { LANES, type LaneKind } from '../lane.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** What one rule found of one entity in one lane. */
export interface TimelineMark {
  tenantId: string
  /** Key of its lane. */
  lane: string
  ruleId: string
  ruleTitle: string
  level: Level
  entity: Entity
  backfill: boolean
  /** Nanoseconds since the epoch: of the first and the last event. */
  from: bigint
  to: bigint
  count: bigint
  firstEventId: string
}

interface TimelineMarks {
  /** By time. */
  marks: TimelineMark[]
  /** There are more: the ones of lower levels are left out. */
  truncated: boolean
  stats: QueryStats
}

const text = z.string()
const number = z.coerce.bigint()
const rowSchema = z.tuple([
  text,
  text,
  text,
  text,
  z.enum(SEVERITY_LEVELS),
  text,
  text,
  text,
  z.boolean(),
  number,
  number,
  number,
  text,
])

/** Detections of the events that a query means, by lane, rule and entity as alerts are; rules on trial do not count. */
export async function timelineMarks(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { by, most }: { by: LaneKind; most: number },
): Promise<TimelineMarks> {
  const { condition, params } = eventWhere(query)
  const detected = `FROM detections WHERE ${IN_SCOPE} AND ${IN_RANGE} AND NOT shadow`
  const sql = `SELECT toString(tenant_id), lane, rule_id, any(rule_title), level, entity_site, entity_kind, entity_value,
      backfill, toUnixTimestamp64Nano(min(event_time)), toUnixTimestamp64Nano(max(event_time)), count(),
      toString(argMin(event_id, (event_time, event_id)))
    FROM (SELECT tenant_id, event_id, event_time, rule_id, rule_title, level, entity_site, entity_kind, entity_value,
        backfill ${detected}) AS found
      INNER JOIN (SELECT tenant_id, event_id, toString(${LANES[by].key}) AS lane FROM events
        WHERE ${condition} AND ${ofDetections('NOT shadow')}) AS meant
      ON found.tenant_id = meant.tenant_id AND found.event_id = meant.event_id
    GROUP BY tenant_id, lane, rule_id, level, entity_site, entity_kind, entity_value, backfill
    ORDER BY indexOf({levels:Array(String)}, level) DESC, min(event_time), rule_id LIMIT {marks:UInt32}`
  const bound = { ...params, ...LANES[by].params, levels: SEVERITY_LEVELS, marks: most + 1 }
  const { rows, stats } = await store.read(scope, { sql, params: bound })
  const marks = rows.slice(0, most).map(readMark)
  // Of equal times the worst stays first.
  const byTime = marks.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return { marks: byTime, truncated: rows.length > most, stats }
}

function readMark(row: readonly unknown[]): TimelineMark {
  const [tenantId, lane, ruleId, ruleTitle, level, site, kind, value, ...rest] = rowSchema.parse(row)
  const [backfill, from, to, count, firstEventId] = rest
  const entity = { site, kind, value }
  return { tenantId, lane, ruleId, ruleTitle, level, entity, backfill, from, to, count, firstEventId }
}
