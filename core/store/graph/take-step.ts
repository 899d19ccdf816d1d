import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import type { Step, TakeStep } from './find-path.ts'
import { minuteParams } from './minutes.ts'
import { relationOf } from './relations.ts'
import { endParams, endsOf, touching } from './touching.ts'

const MOST = 6_000

/** Neighbours as a path steps on them: not over rules, which tie together all that they ever triggered on. */
export function createTakeStep(store: Store, scope: TenantScope, range: TimeSpan): TakeStep {
  return async (entities) => {
    const ends = endsOf(entities)
    const table = touching(ends, ({ verb }) => verb !== 'triggered')
    const sql = `SELECT tenant_id, relation, side, own, other, sum(events) AS n, sum(suspected) AS s FROM ${table}
      GROUP BY tenant_id, relation, side, own, other HAVING n > 0
      ORDER BY s DESC, n DESC, own, other LIMIT ${MOST + 1}`
    const { rows } = await store.read(scope, { sql, params: { ...endParams(ends), ...minuteParams(range) } })
    const steps = rows.slice(0, MOST).flatMap(([tenant, number, side, own, other]): Step[] => {
      const relation = relationOf(Number(number))
      if (!relation) return []
      const [near, far] = side === 0 ? (['subject', 'object'] as const) : (['object', 'subject'] as const)
      const tenantId = String(tenant)
      return [
        [
          { tenantId, kind: relation[near], value: String(own) },
          { tenantId, kind: relation[far], value: String(other) },
        ],
      ]
    })
    return { steps, more: rows.length > MOST }
  }
}
