import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { chooseInterval } from '../choose-interval.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { LANE, LANE_FIELD, type LaneKind } from '../lane.ts'
import { sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'

export interface LaneBucket {
  /** Nanoseconds since the epoch. */
  from: bigint
  to: bigint
  count: bigint
  /** The worst there, 0 to 100. */
  severity: number
  /** Events that somebody suspects to be malicious. */
  suspected: bigint
}

export interface TimelineLane {
  /** What its events share, empty where they have none; undefined for the lane of all others. */
  name: string | undefined
  count: bigint
  severity: number
  suspected: bigint
  /** By time; a stretch without events has none. */
  buckets: LaneBucket[]
}

interface TimelineLanes {
  /** The busiest first, the lane of all others last. */
  lanes: TimelineLane[]
  intervalSeconds: number
  total: bigint
  stats: QueryStats
}

interface LaneWish {
  by: LaneKind
  /** Lanes beside that of all others. */
  most: number
  buckets: number
}

const NANOS = 1_000_000_000n

/** Events by lane and stretch of time, in one statement: at most `(most + 1) * buckets` rows come back, and a few. */
export async function timelineLanes(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { by, most, buckets }: LaneWish,
): Promise<TimelineLanes> {
  const range = { from: sqlTime(query.range.from), to: sqlTime(query.range.to) }
  const intervalSeconds = chooseInterval(range, buckets)
  const { condition, params } = eventWhere({ ...query, range })
  // A lane is a small number in the grouping: as many groups as rows come back, however many lanes there are.
  const sql = `WITH (SELECT groupArray(lane) FROM (SELECT ${LANE[by]} AS lane FROM events WHERE ${condition}
      GROUP BY lane ORDER BY count() DESC, lane LIMIT {most:UInt32})) AS busiest
    SELECT place, busiest[place], bucket, n, severity, suspected FROM (
      SELECT indexOf(busiest, ${LANE[by]}) AS place,
        floor(toUnixTimestamp64Second(event_time) / {interval:UInt32}) AS bucket, count() AS n,
        max(ifNull(event_severity, 0)) AS severity, countIf(notEmpty(nightjar_suspected_by)) AS suspected
      FROM events WHERE ${condition} GROUP BY place, bucket)
    ORDER BY place = 0, place, bucket`
  const bound = { ...params, ...LANE_FIELD[by], interval: intervalSeconds, most }
  const { rows, stats } = await store.read(scope, { sql, params: bound })

  const width = BigInt(intervalSeconds) * NANOS
  const lanes = new Map<number, TimelineLane>()
  let total = 0n
  for (const [place, name, bucket, n, worst, suspects] of rows) {
    const from = BigInt(Number(bucket)) * width
    const count = BigInt(String(n))
    const suspected = BigInt(String(suspects))
    const severity = Math.min(Number(worst), 100)
    const key = Number(place)
    const lane = lanes.get(key) ?? {
      ...{ name: key === 0 ? undefined : String(name), count: 0n, severity: 0, suspected: 0n, buckets: [] },
    }
    lanes.set(key, lane)
    lane.buckets.push({ from, to: from + width, count, severity, suspected })
    lane.count += count
    lane.suspected += suspected
    lane.severity = Math.max(lane.severity, severity)
    total += count
  }
  return { lanes: [...lanes.values()], intervalSeconds, total, stats }
}
