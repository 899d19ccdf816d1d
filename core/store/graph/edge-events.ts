import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, ofDetections, rangeParams, type TimeSpan, type Where } from '../event-query.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { EVENT_SELECT } from '../read-event.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import type { EntityKind } from './entity.ts'
import type { Relation } from './relations.ts'
import { WITH_EDGES } from './with-edges.ts'

/** An edge by its ends, as the store spells them. */
export interface EdgeName {
  subject: string
  relation: Relation
  object: string
}

/** The events that an edge counts, newest first. */
export async function edgeEvents(
  store: Store,
  scope: TenantScope,
  edge: EdgeName,
  range: TimeSpan,
  page: Page,
): Promise<EventPage> {
  const { tail, params } = pageWhere(edgeWhere(edge, range), page)
  const { rows, stats } = await store.read(scope, {
    sql: `${WITH_EDGES} SELECT ${EVENT_SELECT} FROM events ${tail}`,
    params,
  })
  return readPage(rows, stats, page)
}

export async function countEdgeEvents(
  store: Store,
  scope: TenantScope,
  edge: EdgeName,
  range: TimeSpan,
): Promise<bigint> {
  const { condition, params } = edgeWhere(edge, range)
  const sql = `${WITH_EDGES} SELECT count() FROM events WHERE ${condition}`
  const { rows } = await store.read(scope, { sql, params })
  return BigInt(String(rows[0]?.[0] ?? 0))
}

function edgeWhere({ subject, relation, object }: EdgeName, range: TimeSpan): Where {
  const params = { ...rangeParams(range), subject, relation: relation.number, object }
  const inRange = `${IN_SCOPE} AND ${IN_RANGE}`
  if (relation.verb === 'triggered') {
    const found = ofDetections(`in_graph AND NOT shadow
      AND rule_id = {subject:String} AND relation = {relation:UInt8} AND entity_value = {object:String}`)
    return { condition: `${inRange} AND ${found}`, params }
  }
  // The first two are cheap and leave few rows for the third, which says it all.
  const condition = [
    inRange,
    mayBe(relation.subject, 'subject'),
    mayBe(relation.object, 'object'),
    'in_graph AND has(edges_of_event, ({relation:UInt8}, {subject:String}, {object:String}))',
  ].join(' AND ')
  return { condition, params }
}

/** What is true of each event that has the entity at an end; it need not be false of others. */
function mayBe(kind: EntityKind, name: 'subject' | 'object'): string {
  const value = `{${name}:String}`
  const ip = `toIPv6OrDefault(${value})`
  switch (kind) {
    case 'host':
      return `entity_host = ${value}`
    case 'user':
      return `entity_user = ${value}`
    case 'address':
      return `(source_ip = ${ip} OR destination_ip = ${ip} OR mapContains(odd, 'dns.resolved_ip'))`
    case 'domain':
      return `(entity_domain = ${value} OR entity_question = ${value})`
    case 'process':
      return `(entity_process = ${value} OR entity_parent = ${value})`
    case 'file':
      return `entity_file = ${value}`
    case 'hash':
      return `(entity_process_hash = ${value} OR entity_file_hash = ${value})`
    case 'url':
      return `entity_url = ${value}`
    case 'rule':
      return '1'
  }
}
