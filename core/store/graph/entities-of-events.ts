import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Where } from '../event-query.ts'
import type { Store } from '../store.ts'
import type { EntityKind, GraphEntity } from './entity.ts'
import { RELATIONS } from './relations.ts'
import { WITH_EDGES } from './with-edges.ts'

const NEWEST = 100_000

/** What most of the events that a condition means tie together; of the newest 100,000 of them. */
export async function entitiesOfEvents(
  store: Store,
  scope: TenantScope,
  { condition, params }: Where,
  first: number,
): Promise<GraphEntity[]> {
  const kinds = (side: 'subject' | 'object') => RELATIONS.map((relation) => `'${relation[side]}'`).join(', ')
  const numbers = RELATIONS.map(({ number }) => number).join(', ')
  const kind = (side: 'subject' | 'object') => `transform(edge.1, [${numbers}], [${kinds(side)}], '')`
  // An event with several edges of an entity counts once.
  const entities = `arrayDistinct(arrayFlatten(arrayMap(edge -> [(${kind('subject')}, edge.2), (${kind('object')}, edge.3)], edges_of_event)))`
  const sql = `SELECT tenant_id, entity.1 AS kind, entity.2 AS value, count() AS n FROM (
      SELECT tenant_id, arrayJoin(${entities}) AS entity FROM (
        ${WITH_EDGES} SELECT tenant_id, edges_of_event FROM events WHERE ${condition} ORDER BY event_time DESC LIMIT ${NEWEST}))
    WHERE kind != '' GROUP BY tenant_id, kind, value ORDER BY n DESC, kind, value, tenant_id LIMIT {entities:UInt32}`
  const { rows } = await store.read(scope, { sql, params: { ...params, entities: first } })
  return rows.map(([tenant, of, value]) => ({
    tenantId: String(tenant),
    kind: String(of) as EntityKind,
    value: String(value),
  }))
}
