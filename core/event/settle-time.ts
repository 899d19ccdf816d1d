import type { Fields } from './event.ts'
import { printTime } from './print-time.ts'
import { notice } from './problem.ts'

/** The time a line gave that cannot be: it is stored under the time received. */
const CLAIMED_TIME = 'nightjar.claimed_time'

const NANOS_PER_MS = 1_000_000n
const DAY_MS = 86_400_000
/** Clocks that were never set begin at 1970, 1980 or 2000; the logs that people keep are younger. */
const EARLIEST = BigInt(Date.UTC(2001, 0, 1)) * NANOS_PER_MS

/**
 * The time of an event: what its line says, unless a clock that is wrong beyond belief said it. Lines out of order and
 * clocks a day ahead are believed.
 * @param claimed nanoseconds since the epoch; undefined when the line gives no time
 * @param received milliseconds since the epoch
 */
export function settleTime(fields: Fields, claimed: bigint | undefined, received: number): bigint {
  if (claimed === undefined) return BigInt(received) * NANOS_PER_MS
  const isAhead = claimed > BigInt(received + DAY_MS) * NANOS_PER_MS
  if (!isAhead && claimed >= EARLIEST) return claimed
  fields[CLAIMED_TIME] = printTime(claimed)
  notice(fields, isAhead ? 'clock_ahead' : 'clock_behind')
  return BigInt(received) * NANOS_PER_MS
}
