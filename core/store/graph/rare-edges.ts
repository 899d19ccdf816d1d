import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { type GraphEdge, readEdge } from './edge.ts'
import type { GraphEntity } from './entity.ts'
import { IN_MINUTES, minuteParams } from './minutes.ts'
import { atSide, endParams, endsOf } from './touching.ts'

export interface RareEdge {
  edge: GraphEdge
  /** It was not there in the 90 days before the range; else it has one event in the range. */
  isNew: boolean
}

const BEFORE = 90n * 86_400_000_000_000n

/** What an entity did in a range and not in the 90 days before it, or once only: the new first, the most suspected of them. */
export async function rareEdges(
  store: Store,
  scope: TenantScope,
  entity: GraphEntity,
  range: TimeSpan,
  first: number,
): Promise<RareEdge[]> {
  const ends = endsOf([entity])
  const inside = 'minute >= {start:Int32}'
  const sql = `SELECT tenant_id, relation, subject, object, sumIf(n, ${inside}) AS events_, sumIf(f, ${inside}), sumIf(s, ${inside}) AS suspected_,
      minIf(minute, ${inside}), maxIf(minute, ${inside}) AS last, sumIf(n, NOT ${inside}) AS before FROM (
      SELECT tenant_id, relation, subject, object, minute, sum(events) AS n, sum(failures) AS f, sum(suspected) AS s
      FROM edges WHERE ${IN_SCOPE} AND ${IN_MINUTES} AND (${atSide('subject', ends)} OR ${atSide('object', ends)})
      GROUP BY tenant_id, relation, subject, object, minute HAVING n > 0)
    GROUP BY tenant_id, relation, subject, object HAVING events_ > 0 AND (before = 0 OR events_ = 1)
    ORDER BY before = 0 DESC, suspected_ DESC, last DESC, relation, subject, object LIMIT {first:UInt32}`
  const params = {
    ...{ ...endParams(ends), ...minuteParams({ from: range.from - BEFORE, to: range.to }), first },
    start: minuteParams(range).fromMinute,
  }
  const { rows } = await store.read(scope, { sql, params })
  return rows.flatMap((row) => {
    const edge = readEdge(row.slice(0, 9))
    return edge ? { edge, isNew: Number(row[9]) === 0 } : []
  })
}
