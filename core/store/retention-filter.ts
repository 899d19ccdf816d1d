import type { RetentionLimits } from './retention-limits.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * A condition that hides rows which are kept longer than a tenant or a source says: their class is longer, or it was
 * when they came. Undefined where nobody says anything, so that most statements carry nothing.
 * It is to the minute, so that it means the same for events and for what is counted of them by the minute.
 * Ids are those of rows in Postgres: UUIDs, so quoting is all there is to do.
 * @param quote how a quote is written where the condition goes
 */
export function retentionFilter(
  limits: readonly RetentionLimits[],
  now: number,
  quote: string,
): string | undefined {
  const list = (ids: readonly string[]) => ids.map((id) => `${quote}${id}${quote}`).join(', ')
  const minute = now - (now % MINUTE_MS)
  const since = (days: number) =>
    `received >= fromUnixTimestamp64Milli(${minute - days * DAY_MS}, ${quote}UTC${quote})`

  const conditions: string[] = []
  for (const { tenantId, days, sources } of limits) {
    if (days === undefined) continue
    const others =
      sources.length === 0 ? '' : ` OR source_id IN (${list(sources.map(({ sourceId }) => sourceId))})`
    conditions.push(`(${since(days)} OR tenant_id != ${quote}${tenantId}${quote}${others})`)
  }
  for (const [days, sourceIds] of byDays(limits))
    conditions.push(`(${since(days)} OR source_id NOT IN (${list(sourceIds)}))`)
  const longest = longestOf(limits)
  // Says nothing new, but lets whole partitions be left out.
  if (longest !== undefined) conditions.unshift(since(longest))
  return conditions.length === 0 ? undefined : conditions.join(' AND ')
}

/**
 * The same for tables that count by the day of receipt and know no source: there a tenant's days hold, or those of the
 * source that is shown the longest.
 */
export function countsFilter(
  limits: readonly RetentionLimits[],
  now: number,
  quote: string,
): string | undefined {
  const conditions = limits.flatMap((limit) => {
    const days = longestOf([limit])
    if (days === undefined) return []
    const since = Math.floor(now / DAY_MS) - days
    return [`(toInt32(received_day) >= ${since} OR tenant_id != ${quote}${limit.tenantId}${quote})`]
  })
  return conditions.length === 0 ? undefined : conditions.join(' AND ')
}

function byDays(limits: readonly RetentionLimits[]): Map<number, string[]> {
  const sourceIds = new Map<number, string[]>()
  for (const { sources } of limits)
    for (const { sourceId, days } of sources) {
      const same = sourceIds.get(days)
      if (same) same.push(sourceId)
      else sourceIds.set(days, [sourceId])
    }
  return sourceIds
}

/** Undefined where the rows of some source are shown for as long as they are kept. */
function longestOf(limits: readonly RetentionLimits[]): number | undefined {
  let longest: number | undefined
  for (const { days, sources } of limits) {
    if (days === undefined) return undefined
    longest = Math.max(longest ?? 0, days, ...sources.map((source) => source.days))
  }
  return longest
}
