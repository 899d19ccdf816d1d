import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Of the window: what else goes through it, such as a reparse, leaves no trace that is counted here. */
const SURE_SHARE = 0.2

/**
 * Whether ClickHouse surely keeps the rows of a stored payload out when it is inserted once more, and lets in only what
 * its views did not come to. Blocks are numbered, so a part's name tells how many came in behind it; a table that was
 * restored, or changed, since the payload was sealed has perhaps forgotten. No on a cluster, where names differ.
 * @param received milliseconds since the epoch
 */
export async function tokenRemembered(
  store: Store,
  scope: TenantScope,
  { payloadId, received }: { payloadId: string; received: number },
): Promise<boolean> {
  const sql = `SELECT
    (SELECT maxOrNull(max_block_number) FROM system.parts WHERE active AND database = currentDatabase() AND table = 'events')
      - (SELECT minOrNull(toInt64OrNull(splitByChar('_', _part)[2])) FROM events WHERE ${IN_SCOPE} AND payload_id = {payload:UUID}) AS behind,
    toUInt64OrZero(extract(engine_full, 'non_replicated_deduplication_window = (\\\\d+)')) AS window,
    toUnixTimestamp(metadata_modification_time) * 1000 AS changed
    FROM system.tables WHERE database = currentDatabase() AND name = 'events'`
  const { rows } = await store.read(scope, { sql, params: { payload: payloadId }, asker: 'worker' })
  const [behind, window, changed] = rows[0] ?? []
  if (behind === undefined || behind === null) return false
  return Number(behind) < SURE_SHARE * Number(window) && received > Number(changed) + 1000
}
