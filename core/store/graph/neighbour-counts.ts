import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import type { GraphEntity } from './entity.ts'
import { minuteParams } from './minutes.ts'
import { ALL_QUESTIONS, QUESTION_SQL, type Question } from './questions.ts'
import { type Ends, endParams, touching } from './touching.ts'

/** How many answers a question has, before any of them is read. */
export interface NeighbourCount {
  own: GraphEntity
  question: Question
  neighbours: number
  events: bigint
  suspected: bigint
}

/** Of all questions of the entities that have an answer. */
export async function neighbourCounts(
  store: Store,
  scope: TenantScope,
  ends: Ends,
  range: TimeSpan,
): Promise<NeighbourCount[]> {
  if (ends.size === 0) return []
  const sql = `SELECT tenant_id, question, own, count(), sum(n), sum(s) FROM (
      SELECT tenant_id, ${QUESTION_SQL} AS question, own, other, sum(events) AS n, sum(suspected) AS s
      FROM ${touching(ends)} GROUP BY tenant_id, question, own, other HAVING n > 0)
    GROUP BY tenant_id, question, own ORDER BY question, own`
  const { rows } = await store.read(scope, { sql, params: { ...endParams(ends), ...minuteParams(range) } })
  return rows.flatMap(([tenant, place, own, neighbours, events, suspected]) => {
    const asked = ALL_QUESTIONS[Number(place)]
    if (!asked) return []
    return {
      own: { tenantId: String(tenant), kind: asked.of, value: String(own) },
      question: asked.question,
      neighbours: Number(neighbours),
      events: BigInt(String(events)),
      suspected: BigInt(String(suspected)),
    }
  })
}
