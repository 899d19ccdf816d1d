import type { ProcessStep } from '../../investigate/process-step.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import { sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Where pids mean the same processes. */
export interface ProcessHost {
  site: string
  /** Undefined where events name no host: then it is the source that they come from. */
  hostName: string | undefined
  sourceId: string
}

interface Wanted {
  host: ProcessHost
  range: TimeSpan
  /** The steps nearest to it are read: so many before, and so many from then on. */
  at: bigint
  before: number
  after: number
  /** Only of these processes. */
  of?: { entityId: string | undefined; pid: number | undefined } | undefined
}

interface ProcessSteps {
  /** In no order. */
  steps: ProcessStep[]
  stats: QueryStats
}

// By architecture and number where auditd did not spell the call out: x86_64, aarch64, i386; execve and execveat.
const EXEC_CALLS = `('c000003e', '59'), ('c000003e', '322'), ('c00000b7', '221'), ('c00000b7', '281'),
  ('40000003', '11'), ('40000003', '358')`

/**
 * Sysmon 1, Security 4688, auditd's system calls that start a program, and products that give processes ids of their
 * own. Records of auditd that only name the process they are about (`SERVICE_START`, `USER_CMD`) start none.
 */
const STARTS = `(has(event_category, 'process') AND has(event_type, 'start') AND process_entity_id != ''
  OR event_code = '4688' AND event_provider = 'Microsoft-Windows-Security-Auditing'
  OR event_dataset = 'auditd.log' AND isNotNull(process_parent_pid) AND event_outcome != 'failure'
    AND (event_action = 'executed' OR (fields['auditd.log.arch'], fields['auditd.log.syscall']) IN (${EXEC_CALLS})))`

/** Sysmon 5, Security 4689, and the same products. */
const ENDS = `(has(event_category, 'process') AND has(event_type, 'end') AND process_entity_id != ''
  OR event_code = '4689' AND event_provider = 'Microsoft-Windows-Security-Auditing')`

const SELECT = `SELECT ${ENDS} AS ends, event_id, toUnixTimestamp64Nano(event_time), process_entity_id,
  process_pid, fields['process.parent.entity_id'], process_parent_pid, process_executable,
  if(process_parent_executable = '', process_parent_name, process_parent_executable) FROM events`

/** Starts and ends of processes of one host, those nearest to a moment: one statement. */
export async function processSteps(store: Store, scope: TenantScope, wanted: Wanted): Promise<ProcessSteps> {
  const { host, range, at, before, after, of } = wanted
  const sameHost =
    host.hostName === undefined
      ? `host_name = '' AND source_id = {source:UUID}`
      : 'lower(host_name) = lower({host:String})'
  const isOf = of
    ? ` AND (process_entity_id != '' AND process_entity_id = {entity:String} OR process_pid = {pid:Nullable(UInt32)})`
    : ''
  const where = `WHERE ${IN_SCOPE} AND ${IN_RANGE} AND site = {site:String} AND ${sameHost}
    AND (${STARTS} OR ${ENDS})${isOf}`
  const AT = "fromUnixTimestamp64Nano({at:Int64}, 'UTC')"
  const sql = `SELECT * FROM (
    ${SELECT} ${where} AND event_time < ${AT} ORDER BY event_time DESC, event_id DESC LIMIT {before:UInt32}
    UNION ALL
    ${SELECT} ${where} AND event_time >= ${AT} ORDER BY event_time, event_id LIMIT {after:UInt32})`
  const names = {
    site: host.site,
    ...(host.hostName === undefined ? { source: host.sourceId } : { host: host.hostName }),
  }
  const process = of ? { entity: of.entityId ?? '', pid: of.pid ?? null } : {}
  const params = { ...rangeParams(range), ...names, ...process, at: sqlTime(at), before, after }
  const { rows, stats } = await store.read(scope, { sql, params })
  return { steps: rows.map(readStep), stats }
}

function readStep(row: readonly unknown[]): ProcessStep {
  const [ends, eventId, time, entityId, pid, parentEntityId, parentPid, executable, parentExecutable] = row
  return {
    kind: Number(ends) ? 'end' : 'start',
    eventId: String(eventId),
    time: BigInt(String(time)),
    entityId: textOf(entityId),
    pid: numberOf(pid),
    parentEntityId: textOf(parentEntityId),
    parentPid: numberOf(parentPid),
    executable: String(executable),
    parentExecutable: String(parentExecutable),
  }
}

function textOf(value: unknown): string | undefined {
  return value === '' ? undefined : String(value)
}

function numberOf(value: unknown): number | undefined {
  return value === null ? undefined : Number(value)
}
