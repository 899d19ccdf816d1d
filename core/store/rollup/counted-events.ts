import { eventsDetected } from '../../search/events-detected.ts'
import { createBind } from '../../search/to-clickhouse.ts'
import { type EventQuery, eventWhere, filterConditions, IN_RANGE, type TimeSpan } from '../event-query.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { labelsOf } from './labels-of.ts'
import { PARTITION_ROLLED, ROLLED } from './rolled-days.ts'
import { rolledField } from './rolled-field.ts'
import { wholeMinutes } from './whole-minutes.ts'

interface Counting {
  /** Of a bucket. */
  seconds: number
  /** A field as a search names it; undefined: events are not told apart. */
  by: string | undefined
  /** Whether to ask rollups at all. */
  rollups: boolean
}

interface Counted {
  /**
   * A statement with one or several rows for each `bucket` (seconds since the epoch, divided by those of a bucket) and `label`:
   * `n` events, `s` of success, `f` of failure, `x` suspected ones. An event has one label, the first of several values.
   */
  sql: string
  params: Record<string, unknown>
  rowsAtOnce?: number | undefined
}

const MINUTE = 60_000_000_000n
/** Signed, as rollups count. */
const FIGURES = `toInt64(count()) AS n, toInt64(countIf(event_outcome = 'success')) AS s, toInt64(countIf(event_outcome = 'failure')) AS f,
  toInt64(countIf(notEmpty(nightjar_suspected_by))) AS x`

/** Counts events: of `rollups` where those know all that is asked, else of `events`. The range has to fit columns. */
export function countedEvents(query: EventQuery, counting: Counting): Counted {
  const minutes = canBeRolled(query, counting) ? wholeMinutes(query.range) : undefined
  if (minutes) return ofRollups(query, counting, minutes)
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const bound = { ...params, interval: counting.seconds }
  return { sql: ofEvents(condition, counting, bound), params: bound, rowsAtOnce }
}

function canBeRolled(
  { search, rules, ruleIds, minSeverity = 0 }: EventQuery,
  { seconds, by, rollups }: Counting,
): boolean {
  return (
    rollups &&
    search === undefined &&
    rules === undefined &&
    !ruleIds?.length &&
    // Above it the rollups tell none apart.
    minSeverity <= 100 &&
    seconds % 60 === 0 &&
    (by === undefined || rolledField(by) !== undefined)
  )
}

/** @param params takes in what is bound */
function ofEvents(where: string, { by }: Counting, params: Record<string, unknown>): string {
  const detected = new Map<string, string>()
  const bind = createBind('label', params)
  const labels = by === undefined ? [{ sql: 'NULL', where: undefined }] : labelsOf(by, bind, detected)
  const events = eventsDetected(detected, `${IN_SCOPE} AND ${IN_RANGE}`)
  return labels
    .map(
      (
        label,
      ) => `SELECT toInt64(floor(toUnixTimestamp64Second(event_time) / {interval:Int64})) AS bucket, ${label.sql} AS label, ${FIGURES}
      FROM ${events} WHERE ${label.where === undefined ? where : `${where} AND ${label.where}`} GROUP BY bucket, label`,
    )
    .join(' UNION ALL ')
}

/** Whole minutes of `rollups`, and of `events` what lies before and behind them and what came in on days that are not rolled up. */
function ofRollups(query: EventQuery, counting: Counting, minutes: TimeSpan): Counted {
  const { conditions, params } = filterConditions(query)
  const { range } = query
  const whole = { from: minutes.from * MINUTE, to: minutes.to * MINUTE }
  Object.assign(params, {
    ...range,
    fromMinute: minutes.from,
    toMinute: minutes.to,
    interval: counting.seconds,
  })
  Object.assign(params, { fromWhole: whole.from, toWhole: whole.to })
  const where = (...own: string[]) => [IN_SCOPE, ...own, ...conditions].join(' AND ')
  const moment = (name: string) => `fromUnixTimestamp64Nano({${name}:Int64}, 'UTC')`
  const inside = `event_time >= ${moment('fromWhole')} AND event_time < ${moment('toWhole')}`
  const label = (counting.by === undefined ? undefined : rolledField(counting.by)) ?? 'NULL'
  const rolled = `SELECT toInt64(intDiv(minute * 60, {interval:Int64})) AS bucket, ${label} AS label, sum(events) AS n,
      sumIf(events, event_outcome = 'success') AS s, sumIf(events, event_outcome = 'failure') AS f, sum(suspected) AS x
    FROM rollups WHERE ${where('minute >= {fromMinute:Int32} AND minute < {toMinute:Int32}', ROLLED)} GROUP BY bucket, label`
  const statements = [rolled, ofEvents(where(inside, `NOT ${PARTITION_ROLLED}`), counting, params)]
  if (whole.from !== range.from || whole.to !== range.to) {
    const outside = `(event_time < ${moment('fromWhole')} OR event_time >= ${moment('toWhole')})`
    statements.push(ofEvents(where(IN_RANGE, outside), counting, params))
  }
  return { sql: statements.join(' UNION ALL '), params }
}
