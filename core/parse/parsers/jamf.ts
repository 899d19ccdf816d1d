import type { Fields } from '../../event/event.ts'
import { executable, number, text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { all, instant } from '../saas/value-setters.ts'
import { toNanos } from '../time/to-nanos.ts'

const protect = {
  'event.provider': 'Jamf Protect',
  'observer.vendor': 'Jamf',
  'observer.product': 'Jamf Protect',
  'observer.type': 'Endpoint Security',
}

/** Names of hosts are as people write them. */
const host = (fields: Fields, value: string | number | boolean): void => {
  fields['host.hostname'] = String(value)
  fields['host.name'] = String(value).toLowerCase()
}

const readTelemetry = createProductReader({
  prefix: 'jamf_protect.telemetry',
  dataset: 'jamf_protect.telemetry',
  constants: { ...protect, 'event.kind': 'event', 'host.os.type': 'macos' },
  times: ['time'],
  map: {
    uuid: text('event.id'),
    event_type: text('event.code'),
    time: instant('event.start'),
    'host.hostname': host,
    'host.provisioningUDID': text('host.id'),
    'host.serial': text('device.id'),
    'host.os': text('host.os.full'),
    'host.protectVersion': text('observer.version'),
    'process.audit_token.uuid': text('process.entity_id'),
    'process.audit_token.pid': number('process.pid'),
    'process.executable.path': executable('process'),
    'process.ppid': number('process.parent.pid'),
    'process.parent_audit_token.uuid': text('process.parent.entity_id'),
    'process.signing_id': text('process.code_signature.signing_id'),
    'process.team_id': text('process.code_signature.team_id'),
    'process.start_time': instant('process.start'),
    'event.exec.cwd.path': text('process.working_directory'),
    'event.sudo.command': text('process.command_line'),
  },
  lists: { 'host.ips': 'host.ip' },
  finish(fields, json) {
    // The one key of `event` is what happened; inside it stands who or what it is about.
    const [what] = isObject(json.event) ? Object.keys(json.event) : []
    if (what === undefined || what.length > 100) return
    fields['event.action'] = what
    const about = `jamf_protect.telemetry.event.${what}`
    for (const [name, field] of ABOUT) {
      const value = fields[`${about}.${name}`]
      if (typeof value === 'string' && value !== '') fields[field] ??= value
    }
    const success = fields[`${about}.success`]
    if (typeof success === 'boolean') fields['event.outcome'] = success ? 'success' : 'failure'
  },
})

const ABOUT: readonly (readonly [name: string, field: string])[] = [
  ['username', 'user.name'],
  ['user_name', 'user.name'],
  ['to_username', 'user.name'],
  ['db_path', 'file.path'],
  ['group_name', 'group.name'],
  ['malware_identifier', 'rule.name'],
  ['source_address', 'source.ip'],
]

const readAlert = createProductReader({
  prefix: 'jamf_protect.alert',
  dataset: 'jamf_protect.alerts',
  constants: { ...protect, 'event.kind': 'alert', 'host.os.type': 'macos' },
  times: ['input.match.event.timestamp'],
  map: {
    'input.match.uuid': text('event.id'),
    'input.match.severity': number('event.severity'),
    'input.match.facts.name': all(text('event.action'), text('rule.name'), text('message')),
    'input.match.facts.human': all(text('event.reason'), text('rule.description')),
    'input.match.event.timestamp': instant('event.start'),
    'input.match.event.process': text('process.name'),
    'input.match.event.processIdentifier': number('process.pid'),
    'input.match.event.pid': number('process.pid'),
    'input.match.event.path': text('file.path'),
    'input.host.hostname': host,
    'input.related.processes.uuid': text('process.entity_id'),
    'input.related.processes.path': executable('process'),
    'input.related.processes.ppid': number('process.parent.pid'),
    'input.related.groups.name': text('group.name'),
    'input.related.groups.gid': text('group.id'),
    'input.related.files.size': number('file.size'),
    'input.related.files.sha1hex': text('file.hash.sha1'),
    'input.related.files.sha256hex': text('file.hash.sha256'),
  },
  lists: { 'input.host.ips': 'host.ip' },
  finish(fields, { input }) {
    const kind = isObject(input) ? String(input.eventType ?? '') : ''
    fields['event.category'] = ['host']
    if (kind.includes('File')) addToList(fields, 'event.category', 'file')
    if (kind.includes('Process')) addToList(fields, 'event.category', 'process')
  },
})

/** The audit trail of macOS (OpenBSM) as Compliance Reporter writes it. */
const readCompliance = createProductReader({
  prefix: 'jamf_compliance_reporter.log',
  dataset: 'jamf_compliance_reporter.log',
  constants: { 'event.kind': 'event', 'event.type': ['info'], 'observer.vendor': 'Jamf' },
  times: [],
  map: {
    'header.event_id': text('event.code'),
    'header.event_name': (fields, value) => {
      fields['event.action'] = String(value).toLowerCase()
    },
    'host_info.host_name': all(text('host.hostname'), text('host.name')),
    'host_info.serial_number': text('host.id'),
    'host_info.osversion': text('host.os.version'),
    'subject.user_id': text('user.id'),
    'subject.user_name': text('user.name'),
    'subject.process_id': number('process.pid'),
    'subject.process_name': executable('process'),
    'return.error': text('error.code'),
    'return.description': (fields, value) => {
      fields['event.outcome'] = value === 'success' ? 'success' : 'failure'
    },
    'exec_chain_child.parent_pid': number('process.parent.pid'),
    'socket_inet.ip_address': text('server.ip'),
    'socket_inet.port': number('server.port'),
  },
  lists: { 'subject.terminal_id.ip_address': 'host.ip' },
  finish(fields) {
    fields['event.category'] = [fields['event.code'] === undefined ? 'process' : 'authentication']
  },
})

/** Seconds and milliseconds are apart. */
function complianceTime({ time_seconds_epoch: seconds, time_milliseconds_offset: offset }: JsonObject) {
  if (!Number.isSafeInteger(seconds)) return undefined
  return toNanos(Number(seconds) * 1000 + (Number.isSafeInteger(offset) ? Number(offset) : 0))
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if ('glob_seq_num' in json || (isObject(json.metadata) && json.metadata.vendor === 'Jamf')) {
    return readTelemetry(json, context)
  }
  if (isObject(json.input) && isObject(json.input.match)) return readAlert(json, context)
  if (!isObject(json.header) || !('host_info' in json)) return undefined
  return { ...readCompliance(json, context), time: complianceTime(json.header) }
}

export const parser: Parser = {
  name: 'jamf',
  reads: 'Jamf Protect (telemetry, alerts) and Compliance Reporter on macOS',
  version: 1,
  clues: [
    { json: ['glob_seq_num'] },
    { json: ['event_type', 'host', 'metadata'] },
    { json: ['caid', 'input'] },
    { json: ['_event_score', 'header'] },
    { json: ['host_info', 'header'] },
  ],
  parse,
  samples: [
    '{"event":{"sudo":{"command":"/bin/ls","success":false,"to_username":"root"}},"event_type":131,"glob_seq_num":7,"host":{"hostname":"Mac01","ips":["10.0.0.7"],"provisioningUDID":"u7"},"metadata":{"vendor":"Jamf"},"process":{"audit_token":{"pid":4012,"uuid":"p7"},"executable":{"path":"/usr/bin/sudo"},"ppid":1},"time":"2026-03-10T12:00:00.125Z","uuid":"e1"}',
    '{"_event_score":0,"header":{"event_id":33,"event_name":"AUE_ACCEPT","time_seconds_epoch":1773144000,"time_milliseconds_offset":125},"host_info":{"host_name":"mac01"},"return":{"description":"success","error":0},"subject":{"user_id":501,"user_name":"anna","process_id":79,"process_name":"/usr/sbin/sshd"}}',
  ],
}
