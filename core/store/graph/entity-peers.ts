import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import type { GraphEntity } from './entity.ts'
import { IN_MINUTES, minuteParams } from './minutes.ts'
import type { Side } from './questions.ts'
import { RELATIONS } from './relations.ts'

/** Another entity of the same kind, and how many neighbours both have over edges of the same kind. */
export interface Peer {
  entity: GraphEntity
  shared: number
}

/** Neighbours that are looked at: the least frequent, for what everybody has tells nobody apart. */
const MOST_SHARED = 200

/** Entities most like one: those that share most of its neighbours. */
export async function entityPeers(
  store: Store,
  scope: TenantScope,
  { tenantId, kind, value }: GraphEntity,
  range: TimeSpan,
  first: number,
): Promise<Peer[]> {
  const alike = (side: Side) => {
    const numbers = RELATIONS.filter((relation) => relation[side] === kind && relation.verb !== 'triggered')
    if (numbers.length === 0) return []
    const far = side === 'subject' ? 'object' : 'subject'
    const rows = `FROM edges WHERE ${IN_SCOPE} AND ${IN_MINUTES} AND relation IN (${numbers.map(({ number }) => number).join(', ')})`
    const own = `SELECT relation, ${far} ${rows} AND ${side} = {value:String} GROUP BY relation, ${far}
      HAVING sum(events) > 0 ORDER BY sum(events), ${far} LIMIT ${MOST_SHARED}`
    return `SELECT ${side} AS peer, relation, ${far} AS via, sum(events) AS n ${rows} AND ${side} != {value:String}
      AND (relation, ${far}) IN (${own}) GROUP BY peer, relation, via HAVING n > 0`
  }
  const sides = [alike('subject'), alike('object')].flat()
  if (sides.length === 0) return []
  const sql = `SELECT peer, uniqExact(relation, via) AS shared FROM (${sides.join(' UNION ALL ')})
    GROUP BY peer ORDER BY shared DESC, peer LIMIT {first:UInt32}`
  const { rows } = await store.read(scope, { sql, params: { ...minuteParams(range), value, first } })
  return rows.map(([peer, shared]) => ({
    entity: { tenantId, kind, value: String(peer) },
    shared: Number(shared),
  }))
}
