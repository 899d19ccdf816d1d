import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import type { GraphEntity } from './entity.ts'
import { minuteParams } from './minutes.ts'
import { RELATIONS } from './relations.ts'
import { endParams, endsOf, touching } from './touching.ts'

/** How common an entity is in a tenant. */
export interface Prevalence {
  tenantId: string
  /** Different ones that an edge ties to it. */
  hosts: number
  users: number
  addresses: number
  /** Of all hosts and users that were there in the range. */
  ofHosts: number
  ofUsers: number
}

/** By tenant; those in which it was not seen are left out. */
export async function entityPrevalence(
  store: Store,
  scope: TenantScope,
  entity: Pick<GraphEntity, 'kind' | 'value'>,
  range: TimeSpan,
): Promise<Prevalence[]> {
  const ends = endsOf([entity])
  const places = RELATIONS.flatMap(({ number, subject, object }) => [
    [number * 2, object],
    [number * 2 + 1, subject],
  ])
  const kind = `transform(relation * 2 + side, [${places.map(([place]) => place).join(', ')}], [${places.map(([, name]) => `'${name}'`).join(', ')}], '')`
  const near = `SELECT tenant_id, uniqExactIf(other, kind = 'host'), uniqExactIf(other, kind = 'user'), uniqExactIf(other, kind = 'address')
    FROM (SELECT tenant_id, ${kind} AS kind, other, sum(events) AS n FROM ${touching(ends)}
      GROUP BY tenant_id, kind, other HAVING n > 0) GROUP BY tenant_id ORDER BY tenant_id`
  const all = `SELECT tenant_id, countIf(kind = 'host'), countIf(kind = 'user') FROM (
      SELECT tenant_id, kind, value, sum(mentions) AS n FROM entities
      WHERE ${IN_SCOPE} AND kind IN ('host', 'user') AND day >= {fromDay:Int32} AND day <= {toDay:Int32}
      GROUP BY tenant_id, kind, value HAVING n > 0) GROUP BY tenant_id`
  const params = { ...endParams(ends), ...minuteParams(range) }
  const [found, totals] = await Promise.all([
    store.read(scope, { sql: near, params }),
    store.read(scope, { sql: all, params }),
  ])
  const totalOf = new Map(
    totals.rows.map(([tenant, hosts, users]) => [tenant, [Number(hosts), Number(users)]]),
  )
  return found.rows.map(([tenant, hosts, users, addresses]) => {
    const [ofHosts = 0, ofUsers = 0] = totalOf.get(tenant) ?? []
    return {
      tenantId: String(tenant),
      ...{ hosts: Number(hosts), users: Number(users), addresses: Number(addresses), ofHosts, ofUsers },
    }
  })
}
