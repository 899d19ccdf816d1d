import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

const DAYS_BEFORE = 7
const HOUR = 3_600_000_000_000n
const DAY = 24n * HOUR

export interface HourlyActivity {
  tenantId: string
  sourceId: string
  /** Events of the last 24 hours, hour by hour, the latest first. */
  hours: number[]
  /** Events of the latest hour on each of the days before, yesterday first. */
  before: number[]
  /** Nanoseconds since the epoch: the newest event that was looked at. */
  last: bigint
}

/**
 * What each source of the tenants sent, by the time of its events: in the day that ends with `until`, and in the same hour
 * of seven days before. One statement for all; other hours of those days are not read.
 * @param until nanoseconds since the epoch, not included
 * @returns sources without any such event are left out
 */
export async function hourlyActivity(
  store: Store,
  scope: TenantScope,
  until: bigint,
): Promise<{ rows: HourlyActivity[]; stats: QueryStats }> {
  const end = sqlTime(until)
  const stretches = [
    { from: end - DAY, to: end },
    ...Array.from({ length: DAYS_BEFORE }, (_, day) => {
      const to = end - BigInt(day + 1) * DAY
      return { from: to - HOUR, to }
    }),
  ]
  const params: Record<string, unknown> = { end }
  const within = stretches.map(({ from, to }, place) => {
    params[`from_${place}`] = from
    params[`to_${place}`] = to
    return `event_time >= fromUnixTimestamp64Nano({from_${place}:Int64}, 'UTC')
      AND event_time < fromUnixTimestamp64Nano({to_${place}:Int64}, 'UTC')`
  })
  const sql = `SELECT tenant_id, source_id, groupArray(hour), groupArray(n), max(newest)
    FROM (
      SELECT tenant_id, source_id, intDiv({end:Int64} - 1 - toUnixTimestamp64Nano(event_time), ${HOUR}) AS hour,
        count() AS n, toUnixTimestamp64Nano(max(event_time)) AS newest
      FROM events WHERE ${IN_SCOPE} AND (${within.join(' OR ')})
      GROUP BY tenant_id, source_id, hour)
    GROUP BY tenant_id, source_id`
  const answer = await store.read(scope, { sql, params })
  return { rows: answer.rows.map(toActivity), stats: answer.stats }
}

function toActivity([tenantId, sourceId, hours, counts, last]: readonly unknown[]): HourlyActivity {
  const numbers = Array.isArray(hours) ? hours.map(Number) : []
  const events = new Map(numbers.map((hour, place) => [hour, Number((counts as unknown[])[place])]))
  return {
    tenantId: String(tenantId),
    sourceId: String(sourceId),
    hours: Array.from({ length: 24 }, (_, hour) => events.get(hour) ?? 0),
    before: Array.from({ length: DAYS_BEFORE }, (_, day) => events.get((day + 1) * 24) ?? 0),
    last: BigInt(String(last)),
  }
}
