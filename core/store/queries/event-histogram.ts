import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { chooseInterval } from '../choose-interval.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { sqlTime } from '../sql-time.ts'
import type { Store } from '../store.ts'

interface HistogramBucket {
  /** Nanoseconds since the epoch. */
  from: bigint
  count: bigint
  success: bigint
  failure: bigint
  /** All others: unknown outcome, or none given. */
  unknown: bigint
  /** Of them all, those that somebody suspects to be malicious. */
  suspected: bigint
}

interface EventHistogram {
  intervalSeconds: number
  /** Without gaps, from the bucket that holds the start of the range to the one that holds its end. */
  buckets: HistogramBucket[]
  total: bigint
}

const NANOS = 1_000_000_000n

/** @param buckets about how many there should be; the interval is a round one */
export async function eventHistogram(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  buckets: number,
): Promise<EventHistogram> {
  const range = { from: sqlTime(query.range.from), to: sqlTime(query.range.to) }
  const intervalSeconds = chooseInterval(range, buckets)
  const { condition, params, rowsAtOnce } = eventWhere({ ...query, range })
  const sql = `SELECT floor(toUnixTimestamp64Second(event_time) / {interval:UInt32}) AS bucket, count(),
      countIf(event_outcome = 'success'), countIf(event_outcome = 'failure'),
      countIf(notEmpty(nightjar_suspected_by))
    FROM events WHERE ${condition} GROUP BY bucket`
  const { rows } = await store.read(scope, {
    sql,
    params: { ...params, interval: intervalSeconds },
    rowsAtOnce,
  })
  const found = new Map(
    rows.map(([bucket, ...counts]) => [BigInt(Number(bucket)), counts.map((count) => BigInt(String(count)))]),
  )

  const width = BigInt(intervalSeconds) * NANOS
  const result: EventHistogram = { intervalSeconds, buckets: [], total: 0n }
  for (let number = floorDivide(range.from, width); number * width < range.to; number++) {
    const [count = 0n, success = 0n, failure = 0n, suspected = 0n] = found.get(number) ?? []
    const unknown = count - success - failure
    result.buckets.push({ from: number * width, count, success, failure, unknown, suspected })
    result.total += count
  }
  return result
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
