import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { type GraphEntity, keyOfEntity } from './entity.ts'
import { minuteParams } from './minutes.ts'
import { ALL_QUESTIONS, QUESTION_SQL, type Question } from './questions.ts'
import { endParams, endsOf, touching } from './touching.ts'

export interface Asked {
  own: GraphEntity
  question: Question
}

const MOST = 6_000

/** Answers of questions, of each the first: the most suspected, then the most frequent. */
export async function listNeighbours(
  store: Store,
  scope: TenantScope,
  asked: readonly Asked[],
  range: TimeSpan,
  first: number,
): Promise<GraphEntity[]> {
  if (asked.length === 0) return []
  const ends = endsOf([...new Map(asked.map(({ own }) => [keyOfEntity(own), own])).values()])
  const places = asked.map(({ own, question }) =>
    ALL_QUESTIONS.findIndex((one) => one.of === own.kind && one.question.name === question.name),
  )
  const sql = `SELECT tenant_id, ${QUESTION_SQL} AS question, own, other, sum(events) AS n, sum(suspected) AS s
    FROM ${touching(ends)}
    WHERE (question, own) IN (SELECT arrayJoin(arrayZip({places:Array(UInt16)}, {owns:Array(String)})))
    GROUP BY tenant_id, question, own, other HAVING n > 0
    ORDER BY s DESC, n DESC, other LIMIT {first:UInt32} BY tenant_id, question, own LIMIT ${MOST}`
  const params = {
    ...{ ...endParams(ends), ...minuteParams(range), places, first },
    owns: asked.map(({ own }) => own.value),
  }
  const { rows } = await store.read(scope, { sql, params })
  const found = new Map<string, GraphEntity>()
  for (const [tenant, place, , other] of rows) {
    const kind = ALL_QUESTIONS[Number(place)]?.question.kind
    if (kind === undefined) continue
    const entity = { tenantId: String(tenant), kind, value: String(other) }
    found.set(keyOfEntity(entity), entity)
  }
  return [...found.values()]
}
