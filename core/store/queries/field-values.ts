import { fieldsOf } from '../../search/field-aliases.ts'
import { storageOf } from '../../search/search-fields.ts'
import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { fieldTexts } from '../field-texts.ts'
import type { Store } from '../store.ts'

interface FieldValueCount {
  value: string
  count: bigint
}

const MAX_VALUES = 1000

/** Most frequent values of a field, which may be named as a search names it; each element of a list counts. */
export async function fieldValues(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  name: string,
  first: number,
): Promise<FieldValueCount[]> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const [field = name, ...others] = fieldsOf(name)
  const each =
    others.length > 0
      ? `SELECT arrayJoin(${fieldTexts(name, createBind('values', params))}) AS value, count() AS n
        FROM events WHERE ${condition} GROUP BY value`
      : eachOf(field, condition)
  const sql = `SELECT value, sum(n) AS total FROM (${each})
    GROUP BY value ORDER BY total DESC, value LIMIT {first:UInt32}`
  const limit = Math.min(Math.max(Math.trunc(first), 0), MAX_VALUES)
  const { rows } = await store.read(scope, {
    sql,
    params: { ...params, field, first: limit },
    rowsAtOnce,
  })
  return rows.map(([text, count]) => ({ value: String(text), count: BigInt(String(count)) }))
}

/** Plain values apart from the few that lie in `odd`: grouping by a column alone is several times faster. */
function eachOf(field: string, condition: string): string {
  const { value, present, odd = ODD } = plainValues(field)
  return `SELECT ${value} AS value, count() AS n FROM events WHERE ${condition} AND ${present} GROUP BY value
    UNION ALL
    SELECT arrayJoin(odd[{field:String}]) AS value, count() AS n FROM events WHERE ${condition} AND ${odd} GROUP BY value`
}

const ODD = 'mapContains(odd, {field:String})'

/**
 * Where the field has its place, and how a row says that it has one.
 * @returns `odd`: how it says that it has a value elsewhere, where that is more than {@link ODD}
 */
function plainValues(field: string): { value: string; present: string; odd?: string } {
  const storage = storageOf(field)
  switch (storage.kind) {
    case 'map':
      return { value: 'fields[{field:String}]', present: 'mapContains(fields, {field:String})' }
    case 'time':
      return { value: `toString(${storage.column})`, present: '1' }
    case 'own':
      return { value: storage.sql, present: '1' }
    case 'words':
      return { value: `arrayJoin(${storage.column})`, present: `notEmpty(${storage.column})` }
    case 'ip':
      return {
        value: `replaceRegexpOne(toString(${storage.column}), '^::ffff:([0-9.]+)$', '\\\\1')`,
        present: `${storage.column} != toIPv6('::')`,
        // Of an address that is there in another spelling, the address counts.
        odd: `${ODD} AND ${storage.column} = toIPv6('::')`,
      }
    case 'number':
      return { value: `toString(assumeNotNull(${storage.column}))`, present: `isNotNull(${storage.column})` }
    default:
      return { value: `toString(${storage.column})`, present: `${storage.column} != ''` }
  }
}
