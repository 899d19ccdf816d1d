import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { fieldTexts } from '../field-texts.ts'
import { sqlTime } from '../sql-time.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/**
 * What an event has of each of these fields, as text: the same as of any other event that is asked for them, of
 * Nightjar's own fields too. Empty where it has none.
 */
export async function valuesOfEvent(
  store: Store,
  scope: TenantScope,
  event: { eventId: string; time: bigint },
  fields: readonly string[],
): Promise<readonly string[][]> {
  if (fields.length === 0) return []
  const bound: Record<string, unknown> = {}
  const bind = createBind('field', bound)
  const sql = `SELECT ${fields.map((field) => fieldTexts(field, bind)).join(', ')} FROM events
    WHERE ${IN_SCOPE} AND event_time = fromUnixTimestamp64Nano({at:Int64}, 'UTC') AND event_id = {id:UUID} LIMIT 1`
  const params = { at: sqlTime(event.time), id: event.eventId, ...bound }
  const [row] = (await store.read(scope, { sql, params })).rows
  return (row ?? fields.map(() => [])) as string[][]
}
