import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import { sqlEnd, sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Those that send most are told of. */
const MOST = 200
const NANOS = 1_000_000_000n

interface SourceActivity {
  tenantId: string
  sourceId: string
  /** Numbers of the stretches with events, ascending, 0 being where the range begins. */
  busy: number[]
}

interface Activity {
  sources: SourceActivity[]
  /** Nanoseconds since the epoch: where the first stretch begins. */
  from: bigint
  secondsPerStretch: number
  stats: QueryStats
}

/** When the sources of the tenants sent, by the time of their events: of the 200 busiest in the range. */
export async function sourceActivity(
  store: Store,
  scope: TenantScope,
  range: TimeSpan,
  stretches: number,
): Promise<Activity> {
  const from = sqlTime(range.from)
  const seconds = Math.max(Math.ceil(Number(sqlEnd(range.to) - from) / 1e9 / stretches), 1)
  const start = floorSeconds(from)
  const sql = `SELECT tenant_id, source_id,
      arraySort(groupUniqArray(intDiv(toUnixTimestamp64Second(event_time) - {start:Int64}, {width:Int64}))), count() AS events
    FROM events WHERE ${IN_SCOPE} AND ${IN_RANGE}
    GROUP BY tenant_id, source_id ORDER BY events DESC, toString(source_id) LIMIT ${MOST}`
  const params = { ...rangeParams(range), start, width: seconds }
  const { rows, stats } = await store.read(scope, { sql, params })
  const sources = rows.map(
    ([tenantId, sourceId, busy]): SourceActivity => ({
      ...{ tenantId: String(tenantId), sourceId: String(sourceId) },
      busy: Array.isArray(busy) ? busy.map(Number) : [],
    }),
  )
  return { sources, from: start * NANOS, secondsPerStretch: seconds, stats }
}

function floorSeconds(nanos: bigint): bigint {
  return (nanos - (((nanos % NANOS) + NANOS) % NANOS)) / NANOS
}
