import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { EDGE_SELECT, type GraphEdge, readEdge } from './edge.ts'
import type { GraphEntity } from './entity.ts'
import { IN_MINUTES, minuteParams } from './minutes.ts'
import type { Verb } from './relations.ts'
import { atSide, endParams, endsOf } from './touching.ts'

/** Edges of one verb that an entity has, the last seen first. */
export async function entityEdges(
  store: Store,
  scope: TenantScope,
  entity: GraphEntity,
  verb: Verb,
  range: TimeSpan,
  first: number,
): Promise<GraphEdge[]> {
  const ends = endsOf([entity])
  const has = (side: 'subject' | 'object') => atSide(side, ends, (relation) => relation.verb === verb)
  const sql = `SELECT ${EDGE_SELECT} FROM (
      SELECT tenant_id, relation, subject, object, minute, sum(events) AS n, sum(failures) AS f, sum(suspected) AS s
      FROM edges WHERE ${IN_SCOPE} AND ${IN_MINUTES} AND (${has('subject')} OR ${has('object')})
      GROUP BY tenant_id, relation, subject, object, minute HAVING n > 0)
    GROUP BY tenant_id, relation, subject, object
    ORDER BY max(minute) DESC, relation, subject, object LIMIT {first:UInt32}`
  const params = { ...endParams(ends), ...minuteParams(range), first }
  const { rows } = await store.read(scope, { sql, params })
  return rows.flatMap((row) => readEdge(row) ?? [])
}
