import { ROWS_AT_ONCE } from '../detect/to-clickhouse/rows-at-once.ts'
import type { RuleConditions } from '../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { SearchNode } from '../search/search-node.ts'
import { type SearchContext, toClickHouse } from '../search/to-clickhouse.ts'
import { sqlEnd, sqlTime } from './sql-time.ts'
import { IN_SCOPE } from './tenant-walls.ts'

/** Nanoseconds since the epoch, half-open. */
export interface TimeSpan {
  from: bigint
  to: bigint
}

export interface EventQuery {
  range: TimeSpan
  search?: SearchNode | undefined
  /** Only events for which one of these holds. */
  rules?: RuleConditions | undefined
  outcome?: readonly string[] | undefined
  /** ECS `event.category`, any of them. */
  category?: readonly string[] | undefined
  minSeverity?: number | undefined
  /** Only events that one of these rules matched. */
  ruleIds?: readonly string[] | undefined
  /** Nanoseconds since the epoch: what `now` in the search means, for searches that are asked again. */
  now?: bigint | undefined
}

export interface Where {
  condition: string
  params: Record<string, unknown>
  /** See `TenantStatement`. */
  rowsAtOnce?: number | undefined
}

export const IN_RANGE =
  "event_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC') AND event_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')"

export function rangeParams({ from, to }: TimeSpan): Record<string, unknown> {
  return { from: sqlTime(from), to: sqlEnd(to) }
}

export function searchContext({ now }: { now?: bigint | undefined }): SearchContext {
  return { now: now ?? BigInt(Date.now()) * 1_000_000n, ofDetections }
}

/** Events with a detection in the range for which a condition holds. */
export function ofDetections(condition: string): string {
  // The time leads to the rows: events are ordered by it, and a filter spans it.
  return `(tenant_id, event_time, event_id) IN (
    SELECT tenant_id, event_time, event_id FROM detections WHERE ${IN_SCOPE} AND ${IN_RANGE} AND ${condition})`
}

/** Whether a query asks for less than all events of its range. */
export function isNarrowed({ search, rules, outcome, category, minSeverity, ruleIds }: EventQuery): boolean {
  const lists = [outcome, category, ruleIds]
  return (
    search !== undefined || rules !== undefined || Boolean(minSeverity) || lists.some((list) => list?.length)
  )
}

/** What a query says of columns that `rollups` have as well. */
export function filterConditions({ outcome, category, minSeverity }: EventQuery): {
  conditions: string[]
  params: Record<string, unknown>
} {
  const conditions: string[] = []
  const params: Record<string, unknown> = {}
  if (outcome?.length) {
    conditions.push('event_outcome IN {outcome:Array(String)}')
    params.outcome = outcome
  }
  if (category?.length) {
    conditions.push('hasAny(event_category, {category:Array(String)})')
    params.category = category
  }
  if (minSeverity !== undefined && minSeverity > 0) {
    conditions.push('event_severity >= {severity:UInt16}')
    params.severity = Math.min(Math.ceil(minSeverity), 0xffff)
  }
  return { conditions, params }
}

/** The rows of `events` that a query means: tenant and time first, as the table is ordered. */
export function eventWhere(query: EventQuery): Where {
  const { condition, params: searchParams } = toClickHouse(query.search, searchContext(query))
  const params: Record<string, unknown> = { ...rangeParams(query.range), ...searchParams }
  const filter = filterConditions(query)
  const conditions = [IN_SCOPE, IN_RANGE, ...filter.conditions]
  Object.assign(params, filter.params)
  if (query.ruleIds?.length) {
    conditions.push(ofDetections('rule_id IN {rules:Array(String)}'))
    params.rules = query.ruleIds
  }
  if (query.search !== undefined) conditions.push(condition)
  if (query.rules !== undefined) {
    conditions.push(`(${['0', ...query.rules.conditions].join(' OR ')})`)
    Object.assign(params, query.rules.params)
  }
  const rowsAtOnce = query.rules && ROWS_AT_ONCE
  return { condition: conditions.join(' AND '), params, rowsAtOnce }
}
