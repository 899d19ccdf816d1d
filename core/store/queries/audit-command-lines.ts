import type { Event } from '../../event/event.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { sqlTime } from '../sql-time.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

type AuditRecord = Pick<Event, 'tenantId' | 'sourceId' | 'time' | 'fields'>

/** One system call is told of by records of one stamp: of one moment and sequence. */
function stampOf({ tenantId, sourceId, time, fields }: AuditRecord): string {
  return [tenantId, sourceId, fields['host.name'] ?? '', sqlTime(time), fields['event.sequence'] ?? ''].join(
    ' ',
  )
}

/**
 * What auditd's records of a system call say beside it: the command line is in the EXECVE record, else in PROCTITLE.
 * @returns one for each record, in their order; undefined where there is none
 */
export async function auditCommandLines(
  store: Store,
  scope: TenantScope,
  records: readonly AuditRecord[],
): Promise<(string | undefined)[]> {
  if (records.length === 0) return []
  const sql = `SELECT toString(tenant_id), toString(source_id), host_name, toUnixTimestamp64Nano(event_time),
      fields['event.sequence'] AS sequence,
      argMin(process_command_line, fields['auditd.log.record_type'] != 'EXECVE')
    FROM events WHERE ${IN_SCOPE}
      AND event_time IN (SELECT fromUnixTimestamp64Nano(arrayJoin({times:Array(Int64)}), 'UTC'))
      AND event_dataset = 'auditd.log' AND fields['auditd.log.record_type'] IN ('EXECVE', 'PROCTITLE')
      AND process_command_line != '' AND sequence IN {sequences:Array(String)}
    GROUP BY tenant_id, source_id, host_name, event_time, sequence`
  const times = [...new Set(records.map(({ time }) => sqlTime(time)))]
  const sequences = [...new Set(records.map(({ fields }) => String(fields['event.sequence'] ?? '')))]
  const { rows } = await store.read(scope, { sql, params: { times, sequences } })
  const byStamp = new Map(rows.map((row) => [row.slice(0, 5).join(' '), String(row[5])]))
  return records.map((record) => byStamp.get(stampOf(record)))
}
