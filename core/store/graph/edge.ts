import type { GraphEntity } from './entity.ts'
import { type Relation, relationOf } from './relations.ts'

/** What the events of a range say of two entities. */
export interface GraphEdge {
  subject: GraphEntity
  relation: Relation
  object: GraphEntity
  events: bigint
  failures: bigint
  /** Events that a product, an indicator or a rule suspects to be malicious. */
  suspected: bigint
  /** Nanoseconds since the epoch: the minutes of the first and of the last event. */
  first: bigint
  last: bigint
}

/** What to select so that {@link readEdge} can read the row; grouped by tenant, relation, subject and object. */
export const EDGE_SELECT = `tenant_id, relation, subject, object, sum(n) AS events_, sum(f), sum(s) AS suspected_, min(minute), max(minute)`

const MINUTE = 60_000_000_000n

/** @returns undefined where the row ties nothing together */
export function readEdge(row: readonly unknown[]): GraphEdge | undefined {
  const [tenant, number, subject, object, ...figures] = row
  const [events = 0n, failures = 0n, suspected = 0n, first = 0n, last = 0n] = figures.map((figure) =>
    BigInt(String(figure)),
  )
  const relation = relationOf(Number(number))
  if (!relation) return undefined
  const tenantId = String(tenant)
  return {
    subject: { tenantId, kind: relation.subject, value: String(subject) },
    relation,
    object: { tenantId, kind: relation.object, value: String(object) },
    ...{ events, failures, suspected, first: first * MINUTE, last: last * MINUTE },
  }
}
