import type { Fields, Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { executable, type FieldMap, number, text } from '../fields/field-setters.ts'
import { flattenJson, isScalar } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { setFacility, setSeverity } from '../syslog/priority.ts'
import { parseEpochText } from '../time/parse-epoch-time.ts'

const MAX_BYTES = 1_000_000

/** systemd.journal-fields(7). */
const FIELDS: FieldMap = {
  _HOSTNAME: text('host.hostname'),
  _MACHINE_ID: text('host.id'),
  _BOOT_ID: text('host.boot.id'),
  _PID: number('process.pid'),
  _COMM: text('process.name'),
  _EXE: executable('process'),
  _CMDLINE: text('process.command_line'),
  _UID: text('user.id'),
  _GID: text('group.id'),
  _SYSTEMD_UNIT: text('systemd.unit'),
  _SYSTEMD_USER_UNIT: text('systemd.user_unit'),
  _SYSTEMD_SLICE: text('systemd.slice'),
  _SYSTEMD_CGROUP: text('systemd.cgroup'),
  _SYSTEMD_SESSION: text('systemd.session'),
  _SYSTEMD_OWNER_UID: text('systemd.owner_uid'),
  _SYSTEMD_INVOCATION_ID: text('systemd.invocation_id'),
  _TRANSPORT: text('systemd.transport'),
  UNIT: text('systemd.unit'),
  SYSLOG_IDENTIFIER: text('log.syslog.appname'),
  SYSLOG_PID: text('log.syslog.procid'),
  CODE_FILE: text('log.origin.file.name'),
  CODE_LINE: number('log.origin.file.line'),
  CODE_FUNC: text('log.origin.function'),
  MESSAGE_ID: text('event.code'),
  CONTAINER_ID_FULL: text('container.id'),
  CONTAINER_ID: text('container.id'),
  CONTAINER_NAME: text('container.name'),
  IMAGE_NAME: text('container.image.name'),
}
const TIMES = ['_SOURCE_REALTIME_TIMESTAMP', '__REALTIME_TIMESTAMP', 'SOURCE_REALTIME_TIMESTAMP']
const READ = new Set([...Object.keys(FIELDS), ...TIMES, 'MESSAGE', 'PRIORITY', 'SYSLOG_FACILITY'])

/** Text, or the bytes of what is not all printable. */
function messageOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!Array.isArray(value) || value.length > MAX_BYTES) return undefined
  if (!value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)) return undefined
  return new TextDecoder().decode(Uint8Array.from(value))
}

/** Of a field that a message has twice the journal gives a list. */
const firstOf = (value: unknown): Scalar | undefined => {
  const one = Array.isArray(value) ? value[0] : value
  return isScalar(one) ? one : undefined
}

function setHeader(fields: Fields, json: JsonObject): void {
  const severity = Number(firstOf(json.PRIORITY) ?? Number.NaN)
  const facility = Number(firstOf(json.SYSLOG_FACILITY) ?? Number.NaN)
  if (severity >= 0 && severity <= 7) setSeverity(fields, severity)
  if (facility >= 0 && facility <= 23) setFacility(fields, facility)
  if (severity >= 0 && severity <= 7 && facility >= 0 && facility <= 23)
    fields['log.syslog.priority'] = facility * 8 + severity
}

function timeOf(json: JsonObject): bigint | undefined {
  for (const name of TIMES) {
    const value = firstOf(json[name])
    const time = value === undefined ? undefined : parseEpochText(String(value))
    if (time !== undefined) return time
  }
  return undefined
}

function parse({ json }: Line): Parsed | undefined {
  const message = json === undefined ? undefined : messageOf(json.MESSAGE)
  if (json === undefined || message === undefined) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'systemd.journal'
  const rest: JsonObject = {}
  for (const name in json) {
    const set = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
    const value = set ? firstOf(json[name]) : undefined
    if (set && value !== undefined) set(fields, value)
    else if (!READ.has(name)) rest[name.replace(/^_{1,2}/, '').toLowerCase()] = json[name]
  }
  flattenJson(fields, 'journald', rest)
  setHeader(fields, json)
  const host = fields['host.hostname']
  if (host !== undefined) {
    fields['host.name'] = host
    fields['log.syslog.hostname'] = host
  }
  const program = firstOf(json.SYSLOG_IDENTIFIER) ?? firstOf(json._COMM)
  if (program !== undefined) fields['process.name'] = program
  return {
    time: timeOf(json),
    fields,
    payload: { text: message, program: program === undefined ? undefined : String(program) },
  }
}

/** An envelope: SYSLOG_IDENTIFIER says whose message it is. */
export const parser: Parser = {
  name: 'journald',
  reads: '`journalctl -o json` and what collectors make of the journal',
  version: 1,
  clues: [
    { json: ['__REALTIME_TIMESTAMP', 'MESSAGE'] },
    { json: ['_SYSTEMD_UNIT', 'MESSAGE'] },
    { json: ['SYSLOG_IDENTIFIER', 'MESSAGE'] },
    { json: ['_BOOT_ID', 'MESSAGE'] },
  ],
  rank: 4,
  parse,
  samples: [
    '{"__REALTIME_TIMESTAMP":"1773144000123456","PRIORITY":"6","SYSLOG_FACILITY":"3","SYSLOG_IDENTIFIER":"backupd","_PID":"812","_UID":"0","_HOSTNAME":"web01","_SYSTEMD_UNIT":"backup.service","MESSAGE":"snapshot 17 written"}',
    '{"_BOOT_ID":"7f00000000000000000000000000000a","_TRANSPORT":"stdout","_COMM":"agent","MESSAGE":[104,101,108,108,111]}',
  ],
}
