import { type EventQuery, isNarrowed, type TimeSpan } from './event-query.ts'
import type { Page } from './page.ts'

/** Of the range: small enough to cost little in vain, and of a busy week still five hours. */
const SHARE = 32n

/**
 * Where the newest rows of several tenants most often are. Rows lie in the order of tenants: without it the times of the whole range are
 * read for one page. Undefined where conditions may leave few rows of a stretch, and where the oldest are asked for.
 * @param now nanoseconds since the epoch: most ranges end in the future or just now, where nothing has come in yet
 */
export function newestStretch(
  tenants: number,
  query: EventQuery,
  { after, oldestFirst }: Page,
  now: bigint,
): TimeSpan | undefined {
  if (tenants === 1 || oldestFirst || isNarrowed(query)) return undefined
  const { range } = query
  const newest = [range.to, now, after?.time ?? now].reduce((one, other) => (one < other ? one : other))
  const width = (newest - range.from) / SHARE
  return width > 0n ? { from: newest - width, to: range.to } : undefined
}
