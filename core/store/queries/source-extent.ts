import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

export interface SourceExtent {
  events: bigint
  /** Nanoseconds since the epoch, whole minutes around all of its events; undefined while there are none. */
  span: { from: bigint; to: bigint } | undefined
}

const MINUTE = 60_000_000_000n

/**
 * How much of a source is stored and when it happened, from counts by the minute.
 * @param since milliseconds since the epoch: nothing of it was received before
 */
export async function sourceExtent(
  store: Store,
  scope: TenantScope,
  { sourceId, since }: { sourceId: string; since: number },
): Promise<SourceExtent & { stats: QueryStats }> {
  const sql = `SELECT sum(events), min(minute), max(minute) FROM rollups
    WHERE ${IN_SCOPE} AND source_id = {source:UUID} AND received >= toStartOfMinute(toDateTime({since:Int64}, 'UTC'))`
  const params = { source: sourceId, since: Math.floor(since / 1000) }
  const { rows, stats } = await store.read(scope, { sql, params })
  const [count, first, last] = rows[0] ?? []
  const events = BigInt(String(count ?? 0))
  if (events === 0n) return { events, span: undefined, stats }
  const from = BigInt(String(first)) * MINUTE
  return { events, span: { from, to: (BigInt(String(last)) + 1n) * MINUTE }, stats }
}
