import type { SigmaRule } from '../../core/detect/rule/sigma-rule.ts'
import type { SourceFamily } from '../../core/detect/sources/log-sources.ts'
import { ROWS_AT_ONCE } from '../../core/detect/to-clickhouse/rows-at-once.ts'
import { rulesToClickHouse } from '../../core/detect/to-clickhouse/rules-to-clickhouse.ts'
import type { Store } from '../../core/store/store.ts'
import { grantScope } from '../../core/tenant/grant-scope.ts'

const RULES_PER_STATEMENT = 25

/** Positions of the stored events that each rule matches, ascending. */
export async function matchedPositions(
  store: Store,
  tenantId: string,
  rules: readonly SigmaRule[],
  families: readonly SourceFamily[],
): Promise<Map<SigmaRule, number[]>> {
  const found = new Map(rules.map((rule) => [rule, [] as number[]]))
  // One after the other: the engine of the run serves other tests at the same time.
  for (let at = 0; at < rules.length; at += RULES_PER_STATEMENT) {
    const some = rules.slice(at, at + RULES_PER_STATEMENT)
    const { conditions, params } = rulesToClickHouse(some, families)
    const sql = `SELECT position, arrayFilter((rule, holds) -> holds, range(${some.length}), [${conditions.join(', ')}])
      FROM events WHERE tenant_id IN {tenants:Array(UUID)} ORDER BY position`
    const { rows } = await store.read(grantScope([tenantId]), {
      sql,
      params,
      rowsAtOnce: ROWS_AT_ONCE,
    })
    for (const [position, met] of rows as readonly (readonly [number, readonly (string | number)[]])[]) {
      for (const index of met) {
        const rule = some[Number(index)]
        if (rule) found.get(rule)?.push(position)
      }
    }
  }
  return found
}
