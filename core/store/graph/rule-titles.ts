import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Titles of rules by their id, as their newest detections have them. */
export async function ruleTitles(
  store: Store,
  scope: TenantScope,
  ruleIds: readonly string[],
  range: TimeSpan,
): Promise<ReadonlyMap<string, string>> {
  if (ruleIds.length === 0) return new Map()
  const sql = `SELECT rule_id, argMax(rule_title, event_time) FROM detections
    WHERE ${IN_SCOPE} AND ${IN_RANGE} AND rule_id IN {rules:Array(String)} GROUP BY rule_id`
  const { rows } = await store.read(scope, { sql, params: { ...rangeParams(range), rules: ruleIds } })
  return new Map(rows.map(([id, title]) => [String(id), String(title)]))
}
