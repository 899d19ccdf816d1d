import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { fieldTexts } from '../field-texts.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import { sqlTime } from '../sql-time.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

const MOST = 200
const AT = "fromUnixTimestamp64Nano({at:Int64}, 'UTC')"

interface Surrounding {
  /** The nearest first. */
  before: StoredEvent[]
  after: StoredEvent[]
}

interface Around {
  event: { eventId: string; time: bigint }
  before: number
  after: number
  /** Fields of which they must share a value: `host.name` for what else happened there. */
  same: readonly { field: string; values: readonly string[] }[]
}

/** Events next to one in time, of the tenants in scope. */
export async function surroundingEvents(
  store: Store,
  scope: TenantScope,
  { event, before, after, same }: Around,
): Promise<Surrounding> {
  const bound: Record<string, unknown> = {}
  const bind = createBind('same', bound)
  const shared = same.map(
    ({ field, values }) => ` AND hasAny(${fieldTexts(field, bind)}, ${bind('Array(String)', values)})`,
  )
  const side = async (sign: '<' | '>', order: 'ASC' | 'DESC', wanted: number): Promise<StoredEvent[]> => {
    if (wanted < 1) return []
    const sql = `SELECT ${EVENT_SELECT} FROM events WHERE ${IN_SCOPE} AND event_time ${sign}= ${AT}
      AND (event_time ${sign} ${AT} OR event_id ${sign} {id:UUID})${shared.join('')}
      ORDER BY event_time ${order}, event_id ${order} LIMIT {rows:UInt32}`
    const params = { at: sqlTime(event.time), id: event.eventId, rows: Math.min(wanted, MOST), ...bound }
    return (await store.read(scope, { sql, params })).rows.map(readEvent)
  }
  const [earlier, later] = await Promise.all([side('<', 'DESC', before), side('>', 'ASC', after)])
  return { before: earlier, after: later }
}
