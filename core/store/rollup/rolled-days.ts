const APPLIED = "name LIKE '%create_rollups.sql'"
/**
 * The day after which all rows that came in are counted: any, where the migration found no events. A clock of ours may be up to
 * an hour ahead of ClickHouse's.
 */
const LAST_BEFORE = `(SELECT if(count() = 0, toDate('2149-06-06'),
    max(if(was_empty, toDate(0), toDate(applied_at + toIntervalHour(1), 'UTC'))))
  FROM migrations WHERE ${APPLIED})`
const SOON = "toDate(now() + toIntervalHour(1), 'UTC')"

/**
 * Rows of a day of receipt and a retention class lie in one partition, and either all of them are asked of `rollups` or all of
 * `events`: of `events` what came in before the rollups began, and what ClickHouse may be dropping part by part.
 */
const isRolled = (day: string, days: string) => `(${day} > ${LAST_BEFORE} AND ${day} + ${days} > ${SOON})`

/** Condition for rows of `rollups`. */
export const ROLLED = isRolled('toDate(received)', 'retention_class')

/** The same for rows of `events`, by the name of their partition alone: whole parts are left out without a look into them. */
export const PARTITION_ROLLED = isRolled(
  'YYYYMMDDToDate(toUInt32(substring(_partition_id, 1, 8)))',
  'toUInt16(substring(_partition_id, 10))',
)
