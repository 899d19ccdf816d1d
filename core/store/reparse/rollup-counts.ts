import { IN_SLICE } from './slice.ts'

const KEY =
  'tenant_id, minute, source_id, event_category, event_outcome, event_severity, received, retention_class'
const SIGN = 'if(t.revision = {revision:UInt32}, 1, -1)'

/**
 * The statement that adds to `rollups` what a slice changes in its counts, as graph-counts.ts does for `edges`. It groups as
 * the view in core/store/migrations/008_create_rollups.sql does.
 * @param replaced condition for rows that new ones stand in for
 */
export function rollupCounts(replaced: string): string {
  // `received` of the slice is looked at before it is cut to the minute.
  return `INSERT INTO rollups (${KEY}, revision, slice, events, suspected)
    SELECT tenant_id, toInt32(floor(toUnixTimestamp64Second(event_time) / 60)) AS minute, source_id, event_category, event_outcome,
      toUInt8(least(ifNull(severity, 0), 100)) AS event_severity, toStartOfMinute(at) AS received, retention_class,
      {revision:UInt32}, {from:Int64}, sum(sign) AS n, sumIf(sign, is_suspected) AS s
    FROM (SELECT tenant_id, event_time, source_id, event_category, event_outcome, t.event_severity AS severity, t.received AS at,
        retention_class, toInt64(${SIGN}) AS sign, notEmpty(nightjar_suspected_by) AS is_suspected
      FROM events AS t
      WHERE ${IN_SLICE} AND (t.revision = {revision:UInt32} OR (t.revision < {revision:UInt32} AND ${replaced})))
    GROUP BY ${KEY} HAVING n != 0 OR s != 0`
}
