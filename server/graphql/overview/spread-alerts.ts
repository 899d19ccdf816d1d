import type { Level } from '#core/event/detection'
import type { AlertSpans } from '#core/records/alerts/count-alert-spans'

/** How many alerts of each level reach into each bucket. */
export function spreadAlerts(spans: readonly AlertSpans[], buckets: number): Map<Level, number>[] {
  const counts = Array.from({ length: buckets }, () => new Map<Level, number>())
  for (const { level, first, last, count } of spans)
    for (const bucket of counts.slice(first, last + 1)) bucket.set(level, (bucket.get(level) ?? 0) + count)
  return counts
}
