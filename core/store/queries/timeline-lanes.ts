import { z } from 'zod'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { chooseInterval } from '../choose-interval.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { LANES, type LaneKind } from '../lane.ts'
import { sqlEnd, sqlTime } from '../sql-time.ts'
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
  /** Tells it from others; undefined for the lane of all others. */
  key: string | undefined
  /** What its events share, empty where they have none. */
  name: string
  /** Of one of its events: of all of them, but for lanes by category. */
  tenantId: string
  site: string
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
const count = z.coerce.bigint()
const rowSchema = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.tuple([z.number(), count, z.number(), count])),
])

/** Events by lane and stretch of time, in one statement: a row for each lane, with at most so many buckets and a few. */
export async function timelineLanes(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { by, most, buckets }: LaneWish,
): Promise<TimelineLanes> {
  const range = { from: sqlTime(query.range.from), to: sqlEnd(query.range.to) }
  const intervalSeconds = chooseInterval(range, buckets)
  const { condition, params } = eventWhere({ ...query, range })
  const { key, name, params: names } = LANES[by]
  const busiest = `SELECT ${key} AS key, any(${name}) AS name, any(toString(tenant_id)) AS tenant, any(site) AS at_site
    FROM events WHERE ${condition} GROUP BY key ORDER BY count() DESC, name, tenant, at_site LIMIT {most:UInt32}`
  // A lane is a small number in the grouping: as many groups as are shown, however many lanes there are.
  const sql = `WITH (SELECT (groupArray(key), groupArray(name), groupArray(tenant), groupArray(at_site)) FROM (${busiest})) AS busiest
    SELECT toInt32(place), toString((busiest.1)[place]), (busiest.2)[place], (busiest.3)[place], (busiest.4)[place],
      arraySort(groupArray((bucket, n, severity, suspected)))
    FROM (SELECT transform(${key}, busiest.1, arrayEnumerate(busiest.1), 0) AS place,
        floor(toUnixTimestamp64Second(event_time) / {interval:UInt32}) AS bucket, count() AS n,
        toInt32(max(ifNull(event_severity, 0))) AS severity, countIf(notEmpty(nightjar_suspected_by)) AS suspected
      FROM events WHERE ${condition} GROUP BY place, bucket)
    GROUP BY place ORDER BY place = 0, place`
  const bound = { ...params, ...names, interval: intervalSeconds, most }
  const { rows, stats } = await store.read(scope, { sql, params: bound })
  const width = BigInt(intervalSeconds) * NANOS
  const lanes = rows.map((row) => readLane(row, width))
  const total = lanes.flatMap((lane) => lane.buckets).reduce((sum, bucket) => sum + bucket.count, 0n)
  return { lanes, intervalSeconds, total, stats }
}

function readLane(row: readonly unknown[], width: bigint): TimelineLane {
  const [place, key, name, tenantId, site, buckets] = rowSchema.parse(row)
  return {
    ...{ key: place === 0 ? undefined : key, name, tenantId, site },
    buckets: buckets.map(([bucket, counted, severity, suspected]) => {
      const from = BigInt(bucket) * width
      return { from, to: from + width, count: counted, severity: Math.min(severity, 100), suspected }
    }),
  }
}
