import { UserError } from '../../errors.ts'
import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { fieldTexts } from '../field-texts.ts'
import type { Store } from '../store.ts'

const MOST_FIELDS = 20
const MOST_VALUES = 100

export interface EventFacet {
  field: string
  /** Values that were counted, each of a list by itself. */
  total: bigint
  /** How many different values there are. */
  distinct: bigint
  values: { value: string; count: bigint }[]
}

/**
 * Most frequent values of several fields, in one statement that reads the rows once.
 * @throws UserError BAD_USER_INPUT for more than 20 fields
 */
export async function eventFacets(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  fields: readonly string[],
  first: number,
): Promise<EventFacet[]> {
  if (fields.length > MOST_FIELDS)
    throw new UserError('BAD_USER_INPUT', `Ask for at most ${MOST_FIELDS} fields at once`)
  if (fields.length === 0) return []
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const bind = createBind('facet', params)
  const pairs = fields.map(
    (field, place) => `arrayMap(text -> (toUInt8(${place}), text), ${fieldTexts(field, bind)})`,
  )
  const sql = `SELECT pair.1 AS place, pair.2 AS text, count() AS n,
      sum(n) OVER (PARTITION BY place) AS total, count() OVER (PARTITION BY place) AS distinct
    FROM (SELECT arrayJoin(arrayConcat(${pairs.join(', ')})) AS pair FROM events WHERE ${condition})
    GROUP BY place, text ORDER BY place, n DESC, text LIMIT {first:UInt32} BY place`
  const limit = Math.min(Math.max(Math.trunc(first), 1), MOST_VALUES)
  const { rows } = await store.read(scope, { sql, params: { ...params, first: limit }, rowsAtOnce })
  const facets = fields.map((field): EventFacet => ({ field, total: 0n, distinct: 0n, values: [] }))
  for (const [place, text, count, total, distinct] of rows) {
    const facet = facets[Number(place)]
    if (!facet) continue
    facet.total = BigInt(String(total))
    facet.distinct = BigInt(String(distinct))
    facet.values.push({ value: String(text), count: BigInt(String(count)) })
  }
  return facets
}
