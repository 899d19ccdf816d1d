import { columnOf } from '../../event/columns.ts'
import { type Candidate, HALF_SECONDS, weightOf } from '../../investigate/rank-related.ts'
import { SHARED_FIELDS, type SharedKind, type SharedValue } from '../../investigate/shared-values.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import { EVENT_SELECT, readEvent } from '../read-event.ts'
import { sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { sumStats } from '../sum-stats.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

interface Wanted {
  shared: readonly SharedValue[]
  /** Where values that do not mean the same everywhere count. */
  site: string
  range: TimeSpan
  /** Of what they shall be near to, both ends included. */
  span: TimeSpan
  /** Ids of events that are known. */
  without: readonly string[]
  most: number
}

interface RelatedEvents {
  /** In no order. */
  candidates: Candidate[]
  /** Of the shared values, in their order. */
  weights: number[]
  stats: QueryStats
}

/**
 * Events of the range that share values, those that share the rarest and are nearest: one statement counts how rare the
 * values are, one reads the events. Only columns are asked: values of lists and odd spellings are passed over.
 */
export async function relatedEvents(
  store: Store,
  scope: TenantScope,
  { shared, site, range, span, without, most }: Wanted,
): Promise<RelatedEvents> {
  const { sql: shares, params: values } = sharesOf(shared, site)
  const params = { ...rangeParams(range), ...values }
  const counted = await store.read(scope, {
    sql: `SELECT arrayJoin(arrayPushFront(${shares}, 0)) AS place, count() FROM events
      WHERE ${IN_SCOPE} AND ${IN_RANGE} GROUP BY place`,
    params,
  })
  const counts = new Map(counted.rows.map(([place, count]) => [Number(place), Number(count)]))
  const weights = shared.map((_, index) => weightOf(counts.get(index + 1) ?? 0, counts.get(0) ?? 0))

  const seconds = `greatest(toUnixTimestamp64Nano(event_time) - {last:Int64}, {first:Int64} - toUnixTimestamp64Nano(event_time), 0) / 1e9`
  const found = await store.read(scope, {
    sql: `SELECT ${shares}, ${EVENT_SELECT} FROM events WHERE ${IN_SCOPE} AND ${IN_RANGE}
      AND (event_time, event_id) IN (
        SELECT event_time, event_id FROM (SELECT event_time, event_id, ${shares} AS shares FROM events
          WHERE ${IN_SCOPE} AND ${IN_RANGE} AND event_id NOT IN {without:Array(UUID)})
        WHERE notEmpty(shares)
        ORDER BY arraySum(place -> {weights:Array(Float64)}[place], shares) * (1 + ${HALF_SECONDS} / (${HALF_SECONDS} + ${seconds})) DESC,
          event_time, event_id LIMIT {most:UInt32})`,
    params: { ...params, without, weights, most, first: sqlTime(span.from), last: sqlTime(span.to) },
  })
  return {
    candidates: found.rows.map(([places, ...row]) => ({
      event: readEvent(row),
      shares: Array.isArray(places) ? places.map((place) => Number(place) - 1) : [],
    })),
    weights,
    stats: sumStats([counted.stats, found.stats]),
  }
}

interface Numbered {
  value: SharedValue
  place: number
}

/** Which of the values an event has: their places from 1 on, as SQL. A look-up for each column, however many values. */
function sharesOf(
  shared: readonly SharedValue[],
  site: string,
): { sql: string; params: Record<string, unknown> } {
  const params: Record<string, unknown> = { site }
  const numbered = shared.map((value, index): Numbered => ({ value, place: index + 1 }))
  params.local = numbered.filter(({ value }) => !value.everywhere).map(({ place }) => place)
  const parts = (Object.keys(SHARED_FIELDS) as SharedKind[]).flatMap((kind) => {
    const own = numbered.filter(({ value }) => value.kind === kind && value.onHost === undefined)
    if (own.length === 0) return []
    params[`${kind}_values`] = own.map(({ value }) => value.value)
    params[`${kind}_places`] = own.map(({ place }) => place)
    return SHARED_FIELDS[kind].map((field) => lookUp(kind, columnOf(field)?.column ?? field))
  })
  const pids = numbered.filter(({ value }) => value.onHost !== undefined)
  if (pids.length > 0) {
    params.pids = pids.map(({ value }) => Number(value.value))
    params.pid_hosts = pids.map(({ value }) => value.onHost)
    params.pid_places = pids.map(({ place }) => place)
    parts.push(
      `{pid_places:Array(UInt16)}[indexOf(arrayZip({pids:Array(UInt32)}, {pid_hosts:Array(String)}), (ifNull(process_pid, 0), lower(host_name)))]`,
    )
  }
  const sql = `arrayDistinct(arrayFilter(place -> place > 0 AND (site = {site:String} OR NOT has({local:Array(UInt16)}, place)), [${parts.join(', ')}]))`
  return { sql, params }
}

function lookUp(kind: SharedKind, column: string): string {
  const places = `{${kind}_places:Array(UInt16)}`
  if (kind === 'address') return `${places}[indexOf({address_values:Array(IPv6)}, ${column})]`
  const value = kind === 'process' ? column : `lower(${column})`
  return `transform(toString(${value}), {${kind}_values:Array(String)}, ${places}, 0)`
}
