import { z } from 'zod'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { chooseInterval } from '../choose-interval.ts'
import type { EventQuery } from '../event-query.ts'
import { countedEvents } from '../rollup/counted-events.ts'
import { sqlEnd, sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'

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

/** Events that share a value of the field by which they are told apart; all series together are all events. */
interface HistogramSeries {
  /** Undefined for events without the field, and for the rest. */
  value: string | undefined
  /** Events of all values but the most frequent ones. */
  isRest: boolean
  total: bigint
  /** One for each bucket. */
  counts: bigint[]
}

interface EventHistogram {
  intervalSeconds: number
  /** Without gaps, from the bucket that holds the start of the range to the one that holds its end. */
  buckets: HistogramBucket[]
  total: bigint
  /** The most frequent first, then events without the field, then the rest; undefined when no field was named. */
  series: HistogramSeries[] | undefined
  stats: QueryStats
}

interface HistogramWish {
  /** About how many there should be; the interval is a round one. */
  buckets: number
  /** A field as a search names it; an event counts once, under the first of several values. */
  by?: string | undefined
  /** Series beside those of events without the field and of the rest. */
  most?: number
  /** Whether rollups may answer: over a short range counting events is faster than planning for two tables. */
  rollups?: boolean
}

const NANOS = 1_000_000_000n
/** Places of series that are none of the most frequent. */
const [MISSING, REST] = [1_000_000, 1_000_001]
const count = z.coerce.bigint()
const rowSchema = z.tuple([
  z.coerce.number(),
  z.string().nullable(),
  z.array(z.tuple([z.coerce.number(), count, count, count, count])),
])

/** Events by stretch of time and, where a field is named, by its most frequent values; in one statement. */
export async function eventHistogram(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  { buckets, by, most = 0, rollups = true }: HistogramWish,
): Promise<EventHistogram> {
  const range = { from: sqlTime(query.range.from), to: sqlEnd(query.range.to) }
  const intervalSeconds = chooseInterval(range, buckets)
  const counted = countedEvents({ ...query, range }, { seconds: intervalSeconds, by, rollups })
  const sql = by === undefined ? whole(counted.sql) : bySeries(counted.sql)
  const { rows, stats } = await store.read(scope, {
    sql,
    params: { ...counted.params, most },
    rowsAtOnce: counted.rowsAtOnce,
  })

  const width = BigInt(intervalSeconds) * NANOS
  const first = floorDivide(range.from, width)
  const filled: HistogramBucket[] = []
  for (let number = first; number * width < range.to; number++)
    filled.push({ from: number * width, count: 0n, success: 0n, failure: 0n, unknown: 0n, suspected: 0n })
  const series = rows.map((row): HistogramSeries => {
    const [place, value, stretches] = rowSchema.parse(row)
    const counts = filled.map(() => 0n)
    for (const [number, n, success, failure, suspected] of stretches) {
      // Before 1970 ClickHouse cuts seconds towards zero, so perhaps into the bucket behind the last.
      const at = Math.min(number - Number(first), filled.length - 1)
      const bucket = filled[at]
      if (!bucket) continue
      counts[at] = (counts[at] ?? 0n) + n
      bucket.count += n
      bucket.success += success
      bucket.failure += failure
      bucket.unknown += n - success - failure
      bucket.suspected += suspected
    }
    const total = counts.reduce((sum, n) => sum + n, 0n)
    return { value: value ?? undefined, isRest: place === REST, total, counts }
  })
  const total = filled.reduce((sum, bucket) => sum + bucket.count, 0n)
  return { intervalSeconds, buckets: filled, total, series: by === undefined ? undefined : series, stats }
}

const SUMS = 'sum(n) AS n, sum(s) AS s, sum(f) AS f, sum(x) AS x'
const STRETCHES = 'groupArray((bucket, n, s, f, x))'

/** One series of all. */
function whole(counted: string): string {
  return `SELECT 0, NULL, ${STRETCHES} FROM (SELECT bucket, ${SUMS} FROM (${counted}) GROUP BY bucket HAVING n > 0)`
}

function bySeries(counted: string): string {
  const cells = `SELECT bucket, label, ${SUMS} FROM (${counted}) GROUP BY bucket, label HAVING n > 0`
  // Cells of a label as one row: ranking sorts as many rows as there are labels.
  const totals = `SELECT label, sum(n) AS total, ${STRETCHES} AS stretches FROM (${cells}) GROUP BY label`
  const ranks = `SELECT *, row_number() OVER (ORDER BY isNull(label), total DESC, label) AS rank FROM (${totals})`
  const places = `SELECT stretch.1 AS bucket, multiIf(isNull(label), ${MISSING}, rank <= {most:UInt32}, toUInt32(rank), ${REST}) AS place,
    if(place = ${REST}, NULL, label) AS value, sum(stretch.2) AS n, sum(stretch.3) AS s, sum(stretch.4) AS f, sum(stretch.5) AS x
    FROM (${ranks}) ARRAY JOIN stretches AS stretch GROUP BY bucket, place, value`
  return `SELECT place, value, ${STRETCHES} FROM (${places}) GROUP BY place, value ORDER BY place`
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
