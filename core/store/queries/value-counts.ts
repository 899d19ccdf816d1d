import { type OddValues, oddValues } from '../../event/odd-values.ts'
import { fieldsOf } from '../../search/field-aliases.ts'
import type { Bind } from '../../search/text-tests.ts'
import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { detectedValues } from '../detected-values.ts'
import { type EventQuery, eventWhere, isNarrowed } from '../event-query.ts'
import { fieldTexts } from '../field-texts.ts'
import { type PlainValues, plainValues } from '../plain-values.ts'
import type { Store } from '../store.ts'

export interface ValueCounts {
  /** Values that were counted, each of a list by itself. */
  total: bigint
  /** How many different values there are. */
  distinct: bigint
  /** The most frequent ones. */
  values: { value: string; count: bigint }[]
}

/**
 * Counts values of fields in one statement, each field as a grouping of its own. An event that has what a rule found itself as
 * well counts twice.
 * @param names as a search names them, each once
 * @param first of each field
 */
export async function valueCounts(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  names: readonly string[],
  first: number,
): Promise<Map<string, ValueCounts>> {
  if (names.length === 0) return new Map()
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const bind = createBind('values', params)
  const among = isNarrowed(query) ? condition : undefined
  const asked = names.map((name) => [name, countedField(name, bind, among)] as const)
  // Two names may mean one column, and that is grouped by once.
  const fields = new Map(asked.map(([, field]) => [field.key, field]))
  const { rows } = await store.read(scope, {
    sql: statement([...fields.values()], condition),
    params: { ...params, first },
    rowsAtOnce,
  })
  const found = new Map<string, ValueCounts>()
  const keyAt = new Map([...fields.keys()].map((key, place) => [placeOf(place, fields.size), key]))
  for (const [place, text, count, total, distinct] of rows) {
    const key = keyAt.get(Number(place)) ?? ''
    const counts = found.get(key) ?? { total: toBigInt(total), distinct: toBigInt(distinct), values: [] }
    counts.values.push({ value: String(text), count: toBigInt(count) })
    found.set(key, counts)
  }
  const none: ValueCounts = { total: 0n, distinct: 0n, values: [] }
  return new Map(asked.map(([name, { key }]) => [name, found.get(key) ?? none]))
}

function toBigInt(count: unknown): bigint {
  return BigInt(String(count))
}

/** Plain values apart from the few that lie elsewhere. */
interface CountedField extends PlainValues {
  /** Undefined where the key holds those values too. */
  odd?: OddValues
  /** A statement with those that rules found. */
  detected?: string | undefined
}

/** @param among condition of the events that are meant, undefined for all of the range */
function countedField(name: string, bind: Bind, among: string | undefined): CountedField {
  const [field = name, ...others] = fieldsOf(name)
  const detected = detectedValues(name, among)
  if (others.length > 0)
    return {
      key: fieldTexts(name, bind),
      present: (key) => `notEmpty(${key})`,
      texts: (key) => key,
      detected,
    }
  const bound = bind('String', field)
  return { ...plainValues(field, bound), odd: oddValues(field, bound), detected }
}

function statement(fields: readonly CountedField[], condition: string): string {
  const keys = fields.map((_, place) => `key${place}`)
  const texts = fields.map(({ present, texts }, place) => {
    const key = `key${place}`
    return `place = ${placeOf(place, fields.length)}, if(${present(key)}, ${texts(key)}, [])`
  })
  const parts = [
    `SELECT place, arrayJoin(multiIf(${texts.join(', ')}, [])) AS text, rows FROM (
      SELECT grouping(${keys.join(', ')}) AS place, ${fields.map(({ key }, place) => `${key} AS key${place}`).join(', ')},
        count() AS rows
      FROM events WHERE ${condition} GROUP BY GROUPING SETS (${keys.map((key) => `(${key})`).join(', ')}))`,
  ]
  const elsewhere = fields.flatMap(({ key, present, odd }, place) => {
    if (odd === undefined) return []
    const pair = `text -> (toUInt64(${placeOf(place, fields.length)}), text)`
    return { present: odd.present, pairs: `if(${present(key)}, [], arrayMap(${pair}, ${odd.texts}))` }
  })
  if (elsewhere.length > 0)
    parts.push(`SELECT pair.1 AS place, pair.2 AS text, count() AS rows FROM (
        SELECT arrayJoin(arrayConcat(${elsewhere.map(({ pairs }) => pairs).join(', ')})) AS pair
        FROM events WHERE ${condition} AND (${elsewhere.map((each) => each.present).join(' OR ')})) GROUP BY place, text`)
  for (const [place, { detected }] of fields.entries())
    if (detected !== undefined)
      parts.push(`SELECT toUInt64(${placeOf(place, fields.length)}) AS place, text, rows FROM (${detected})`)
  return `SELECT place, text, sum(rows) AS n, sum(n) OVER (PARTITION BY place) AS total, count() OVER (PARTITION BY place) AS distinct
    FROM (${parts.join(' UNION ALL ')})
    GROUP BY place, text ORDER BY place, n DESC, text LIMIT {first:UInt32} BY place`
}

/** What `grouping` says of rows that are grouped by this key alone: a bit for each key, the first one the highest. */
function placeOf(place: number, count: number): number {
  return 2 ** count - 1 - 2 ** (count - 1 - place)
}
