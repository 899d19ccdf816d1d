import { ROWS_AT_ONCE } from '../../detect/to-clickhouse/rows-at-once.ts'
import type { RuleConditions } from '../../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** How many stored events each rule matches, in the order of the rules: one pass over the range for all of them. */
export async function countMatchingEvents(
  store: Store,
  scope: TenantScope,
  range: TimeSpan,
  rules: RuleConditions,
): Promise<bigint[]> {
  if (rules.conditions.length === 0) return []
  // One aggregate over the list of all truths: ClickHouse plans each further one longer than it computes it.
  const { rows } = await store.read(scope, {
    sql: `SELECT sumForEach([${rules.conditions.join(', ')}]) FROM events WHERE ${IN_SCOPE} AND ${IN_RANGE}`,
    params: { ...rangeParams(range), ...rules.params },
    rowsAtOnce: ROWS_AT_ONCE,
  })
  const counts = rows[0]?.[0]
  return rules.conditions.map((_, index) => BigInt(Array.isArray(counts) ? String(counts[index] ?? 0) : 0))
}
