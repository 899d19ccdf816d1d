import type { TimeSpan } from './event-query.ts'

const DAY = 86_400_000_000_000n

/** What of a range events can be in: those of later than a day from now have forged times, unless they alone are asked for. */
export function untilTomorrow({ from, to }: TimeSpan, now: bigint): TimeSpan {
  const last = now + DAY
  return { from, to: to > last && from < last ? last : to }
}
