import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { EDGE_SELECT, type GraphEdge, readEdge } from './edge.ts'
import { IN_MINUTES, minuteParams } from './minutes.ts'
import { atSide, type Ends, endParams } from './touching.ts'

/** Edges with both ends among the entities: the most suspected first, then the most frequent. */
export async function edgesAmong(
  store: Store,
  scope: TenantScope,
  ends: Ends,
  range: TimeSpan,
  first: number,
): Promise<GraphEdge[]> {
  if (ends.size === 0) return []
  const sql = `SELECT ${EDGE_SELECT} FROM (
      SELECT tenant_id, relation, subject, object, minute, sum(events) AS n, sum(failures) AS f, sum(suspected) AS s
      FROM edges WHERE ${IN_SCOPE} AND ${IN_MINUTES} AND ${atSide('subject', ends)} AND ${atSide('object', ends)}
      GROUP BY tenant_id, relation, subject, object, minute HAVING n > 0)
    GROUP BY tenant_id, relation, subject, object
    ORDER BY suspected_ DESC, events_ DESC, relation, subject, object LIMIT {first:UInt32}`
  const params = { ...endParams(ends), ...minuteParams(range), first }
  const { rows } = await store.read(scope, { sql, params })
  return rows.flatMap((row) => readEdge(row) ?? [])
}
