import type { TimeSpan } from './event-query.ts'

const ROUND = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400]
const DAY = 86_400
const MAX_BUCKETS = 1000

/** Seconds per bucket, so that a range falls into about so many buckets, and never into more than some over. */
export function chooseInterval({ from, to }: TimeSpan, buckets: number): number {
  const seconds = Number(to - from) / 1e9
  const wanted = seconds / Math.min(Math.max(Math.trunc(buckets), 1), MAX_BUCKETS)
  return ROUND.find((interval) => interval >= wanted) ?? Math.ceil(wanted / DAY) * DAY
}
