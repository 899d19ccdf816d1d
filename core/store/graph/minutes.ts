import type { TimeSpan } from '../event-query.ts'
import { sqlEnd, sqlTime } from '../sql-time.ts'

const MINUTE = 60_000_000_000n
const DAY = 1440n

/** Condition for rows of `edges` in the minutes that a range touches: days first, as the table is ordered. */
export const IN_MINUTES =
  'day >= {fromDay:Int32} AND day <= {toDay:Int32} AND minute >= {fromMinute:Int32} AND minute < {toMinute:Int32}'

export function minuteParams({ from, to }: TimeSpan): Record<string, unknown> {
  const fromMinute = floorDivide(sqlTime(from), MINUTE)
  const toMinute = -floorDivide(-sqlEnd(to), MINUTE)
  return {
    ...{ fromMinute, toMinute },
    fromDay: floorDivide(fromMinute, DAY),
    toDay: floorDivide(toMinute - 1n, DAY),
  }
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
