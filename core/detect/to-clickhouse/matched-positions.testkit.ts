import { grantScope } from '../../tenant/grant-scope.ts'
import type { Store } from '../../store/store.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import type { SourceFamily } from '../sources/log-sources.ts'
import { rulesToClickHouse } from './rules-to-clickhouse.ts'

/** Positions of the stored events that each rule matches, ascending; many rules in a statement. */
export async function matchedPositions(
  store: Store,
  tenantId: string,
  rules: readonly SigmaRule[],
  families: readonly SourceFamily[],
  batch = 40,
): Promise<Map<SigmaRule, number[]>> {
  const found = new Map<SigmaRule, number[]>()
  for (let i = 0; i < rules.length; i += batch) {
    const some = rules.slice(i, i + batch)
    const { conditions, params } = rulesToClickHouse(some, families)
    const sql = `SELECT ${conditions.map((condition) => `arraySort(groupArrayIf(position, ${condition}))`).join(', ')}
      FROM events WHERE tenant_id IN {tenants:Array(UUID)}`
    const t = Date.now()
    const { rows } = await store.read(grantScope([tenantId]), { sql, params })
    if (process.env.DUMP) console.log(i, sql.length, JSON.stringify(params).length, Date.now() - t)
    for (const [index, rule] of some.entries()) found.set(rule, (rows[0]?.[index] ?? []) as number[])
  }
  return found
}
