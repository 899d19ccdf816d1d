import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import type { AlertFilter } from './alert-filter.ts'
import { alertsWhere } from './alerts-where.ts'

export interface AlertSpans {
  level: Level
  /** Numbers of the first and the last bucket that the alerts reach into. */
  first: number
  last: number
  count: number
}

interface Grid {
  /** Nanoseconds, half-open: which alerts count, as `listAlerts` has it. */
  range: { from: bigint; to: bigint }
  /** Where bucket 0 begins: at `range.from` or before. */
  start: bigint
  /** Nanoseconds of a bucket. */
  width: bigint
  buckets: number
}

/** Alerts with a time in the range, counted by level and by the buckets they span. */
export function countAlertSpans(
  records: Records,
  scope: TenantScope,
  filter: AlertFilter,
  { range, start, width, buckets }: Grid,
): Promise<AlertSpans[]> {
  return withScope(
    records,
    scope,
    (tx) => tx.$queryRaw<AlertSpans[]>`
      SELECT level::text, count(*)::int,
        GREATEST((first_seen - ${start}::bigint) / ${width}::bigint, 0)::int AS first,
        LEAST((last_seen - ${start}::bigint) / ${width}::bigint, ${buckets - 1}::bigint)::int AS last
      FROM alerts WHERE ${alertsWhere(scope, { ...filter, range })}
      GROUP BY 1, 3, 4`,
  )
}
