import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { fieldTexts } from '../field-texts.ts'
import type { QueryStats, Store } from '../store.ts'

const MOST_VALUES = 100

/** What an event is about, by the fields that say so. */
const ENTITIES = [
  ['hosts', ['host.name']],
  ['users', ['user.name', 'user.target.name', 'source.user.name']],
  ['addresses', ['source.ip', 'destination.ip', 'client.ip']],
] as const

interface Entities {
  /** How many different ones there are. */
  distinct: bigint
  /** Those of the most events first. */
  values: { value: string; count: bigint }[]
}

export interface TenantHits extends Record<(typeof ENTITIES)[number][0], Entities> {
  tenantId: string
  count: bigint
  /** Nanoseconds since the epoch; undefined without a hit. */
  first: bigint | undefined
  last: bigint | undefined
}

/**
 * What a question finds at each tenant of the scope, in one statement.
 * @returns the tenant with the most hits first; those without one come with a count of 0
 */
export async function hitsByTenant(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  first: number,
): Promise<{ rows: TenantHits[]; stats: QueryStats }> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const bind = createBind('entity', params)
  const lists = ENTITIES.map(([, fields], place) => {
    const texts = fields.map((field) => fieldTexts(field, bind)).join(', ')
    return `arrayMap(text -> (toUInt8(${place + 1}), text), arrayDistinct(arrayConcat(${texts})))`
  })
  // Place 0 stands for the event itself: its rows are read once for all that is counted.
  const sql = `SELECT tenant_id, pair.1 AS place, pair.2 AS text, count() AS n,
      toUnixTimestamp64Nano(min(event_time)), toUnixTimestamp64Nano(max(event_time)),
      count() OVER (PARTITION BY tenant_id, place) AS distinct
    FROM (SELECT tenant_id, event_time, arrayJoin(arrayConcat([(toUInt8(0), '')], ${lists.join(', ')})) AS pair
      FROM events WHERE ${condition})
    GROUP BY tenant_id, place, text ORDER BY tenant_id, place, n DESC, text
    LIMIT {first:UInt32} BY tenant_id, place`
  const limit = Math.min(Math.max(Math.trunc(first), 1), MOST_VALUES)
  const answer = await store.read(scope, { sql, params: { ...params, first: limit }, rowsAtOnce })
  const rows = new Map(scope.tenantIds.map((tenantId) => [tenantId, noHits(tenantId)]))
  for (const [tenantId, place, text, count, from, to, distinct] of answer.rows) {
    const hits = rows.get(String(tenantId))
    if (!hits) continue
    const [name] = ENTITIES[Number(place) - 1] ?? []
    if (name === undefined) {
      hits.count = BigInt(String(count))
      hits.first = BigInt(String(from))
      hits.last = BigInt(String(to))
    } else {
      hits[name].distinct = BigInt(String(distinct))
      hits[name].values.push({ value: String(text), count: BigInt(String(count)) })
    }
  }
  const mostFirst = [...rows.values()].sort((a, b) => Number(b.count - a.count))
  return { rows: mostFirst, stats: answer.stats }
}

function noHits(tenantId: string): TenantHits {
  const none = (): Entities => ({ distinct: 0n, values: [] })
  return {
    ...{ tenantId, count: 0n, first: undefined, last: undefined },
    ...{ hosts: none(), users: none(), addresses: none() },
  }
}
