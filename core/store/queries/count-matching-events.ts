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
  const counts = rules.conditions.map((condition) => `countIf(${condition})`).join(', ')
  const { rows } = await store.read(scope, {
    sql: `SELECT ${counts} FROM events WHERE ${IN_SCOPE} AND ${IN_RANGE}`,
    params: { ...rangeParams(range), ...rules.params },
  })
  return rows[0]?.map((count) => BigInt(String(count))) ?? []
}
