import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import type { EntityName } from '../graph/entity-name.ts'

/**
 * @param base `/t/kestrel`
 * @param range of what is told there; the page's own without it
 */
export function entityAddress(base: string, { kind, value }: EntityName, range?: TimeRange): string {
  const when = range ? `?${new URLSearchParams({ range: formatTimeRange(range) })}` : ''
  return `${base}/entities/${kind}/${encodeURIComponent(value)}${when}`
}
