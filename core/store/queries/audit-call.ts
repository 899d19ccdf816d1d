import type { Event } from '../../event/event.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import { sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** The record of a system call, which names the process, beside one of auditd's that does not: EXECVE, PATH, CWD. */
export async function auditCall(
  store: Store,
  scope: TenantScope,
  { sourceId, time, fields }: Event,
): Promise<{ event: StoredEvent | undefined; stats: QueryStats }> {
  const sql = `SELECT ${EVENT_SELECT} FROM events WHERE ${IN_SCOPE}
    AND event_time = fromUnixTimestamp64Nano({at:Int64}, 'UTC') AND source_id = {source:UUID}
    AND event_dataset = 'auditd.log' AND host_name = {host:String}
    AND fields['event.sequence'] = {sequence:String} AND isNotNull(process_pid) ORDER BY event_id LIMIT 1`
  const params = {
    at: sqlTime(time),
    source: sourceId,
    host: String(fields['host.name'] ?? ''),
    sequence: String(fields['event.sequence'] ?? ''),
  }
  const { rows, stats } = await store.read(scope, { sql, params })
  const [row] = rows
  return { event: row && readEvent(row), stats }
}
