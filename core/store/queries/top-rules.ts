import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

export interface TopRule {
  ruleId: string
  /** As the newest of its detections has them. */
  ruleTitle: string
  level: Level
  /** Only on trial in all of the range. */
  shadow: boolean
  /** Events that it matched. */
  events: bigint
}

const MOST = 100

/** Rules by the number of events that they matched, most first. */
export async function topRules(
  store: Store,
  scope: TenantScope,
  range: TimeSpan,
  first: number,
): Promise<{ rows: TopRule[]; stats: QueryStats }> {
  const sql = `SELECT rule_id, argMax(rule_title, event_time), argMax(level, event_time), min(shadow),
      uniqExact(tenant_id, event_id) AS matched
    FROM detections WHERE ${IN_SCOPE} AND ${IN_RANGE}
    GROUP BY rule_id ORDER BY matched DESC, rule_id LIMIT {first:UInt32}`
  const params = { ...rangeParams(range), first: Math.min(Math.max(Math.trunc(first), 1), MOST) }
  const { rows, stats } = await store.read(scope, { sql, params })
  const read = rows.map(
    ([ruleId, ruleTitle, level, shadow, events]): TopRule => ({
      ruleId: String(ruleId),
      ruleTitle: String(ruleTitle),
      level: level as Level,
      shadow: Boolean(shadow),
      events: BigInt(String(events)),
    }),
  )
  return { rows: read, stats }
}
