import type { TimeSpan } from '../event-query.ts'

const MINUTE = 60_000_000_000n

/**
 * The minutes that lie wholly in a span, as minutes since the epoch, half open; undefined where none does. The first minute of
 * 1970 and what was before are left out: ClickHouse cuts negative seconds towards zero, so rollups have them a minute off.
 */
export function wholeMinutes({ from, to }: TimeSpan): TimeSpan | undefined {
  if (to <= MINUTE) return undefined
  const minutes = { from: from < MINUTE ? 1n : (from + MINUTE - 1n) / MINUTE, to: to / MINUTE }
  return minutes.from < minutes.to ? minutes : undefined
}
