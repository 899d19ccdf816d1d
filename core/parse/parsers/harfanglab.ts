import type { Fields, FieldValue } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { executable, number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { all, instant, peer, url } from '../saas/value-setters.ts'

const OWN = 'harfanglab'

/** What an alert carries of its process under `process.`, and telemetry of processes at the top. */
const processOf = (prefix: string): FieldMap => ({
  [`${prefix}image_name`]: executable('process'),
  [`${prefix}process_name`]: (fields, value) => {
    if (value !== '') fields['process.name'] = String(value)
  },
  [`${prefix}commandline`]: text('process.command_line'),
  [`${prefix}pid`]: number('process.pid'),
  [`${prefix}process_unique_id`]: text('process.entity_id'),
  [`${prefix}parent_image`]: executable('process.parent'),
  [`${prefix}parent_commandline`]: text('process.parent.command_line'),
  [`${prefix}ppid`]: number('process.parent.pid'),
  [`${prefix}current_directory`]: text('process.working_directory'),
  [`${prefix}hashes.md5`]: text('file.hash.md5'),
  [`${prefix}hashes.sha1`]: text('file.hash.sha1'),
  [`${prefix}hashes.sha256`]: text('file.hash.sha256'),
})

const read = createProductReader({
  prefix: OWN,
  dataset: 'harfanglab.edr',
  constants: { 'observer.vendor': 'HarfangLab', 'observer.product': 'HarfangLab EDR' },
  times: ['@event_create_date', 'alert_time', 'detection_date', '@timestamp', 'date'],
  map: {
    rule_name: text('rule.name'),
    rule_id: text('rule.id'),
    alert_type: text('rule.category'),
    msg: all(text('rule.description'), text('message')),
    message: all(text('event.reason'), text('message')),
    log_description: all(text('event.reason'), text('message')),
    log_slug: text('event.action'),
    level: (fields, value) => {
      fields['log.level'] = String(value).toLowerCase()
    },
    alert_unique_id: text('event.id'),
    event_id: text('event.code'),
    source_name: text('event.provider'),
    first_seen: instant('event.start'),
    firstseen: instant('event.start'),
    last_seen: instant('event.end'),
    lastseen: instant('event.end'),
    'agent.agentid': text('agent.id'),
    'agent.hostname': all(text('host.name'), text('host.hostname')),
    'agent.osproducttype': text('host.os.full'),
    'agent.ostype': text('host.os.type'),
    'agent.version': text('agent.version'),
    hostname: text('host.name'),
    computer_name: text('host.name'),
    ...processOf('process.'),
    ...processOf(''),
    process_image_path: executable('process'),
    'detection.file_path': executable('process'),
    'detection.file_hashes.md5': text('file.hash.md5'),
    'detection.file_hashes.sha1': text('file.hash.sha1'),
    'detection.file_hashes.sha256': text('file.hash.sha256'),
    'driverload.imagename': text('file.name'),
    'driverload.imagepath': text('file.path'),
    'driverload.imagesize': number('file.size'),
    'details_file.target_filename': text('file.name'),
    username: (fields, value) => {
      const name = String(value)
      const slash = name.indexOf('\\')
      if (slash > 0) fields['user.domain'] ??= name.slice(0, slash)
      if (name !== '') fields['user.name'] ??= name.slice(slash + 1)
    },
    'event_data.SubjectUserName': text('user.name'),
    'event_data.SubjectDomainName': text('user.domain'),
    'event_data.SubjectUserSid': text('user.id'),
    'event_data.TargetUserName': text('user.target.name'),
    'event_data.TargetDomainName': text('user.target.domain'),
    'event_data.TargetUserSid': text('user.target.id'),
    'event_data.IpAddress': peer('source'),
    saddr: peer('source'),
    sport: number('source.port'),
    daddr: peer('destination'),
    dport: number('destination.port'),
    ip_address: peer('source'),
    requested_name: text('dns.question.name'),
    query_type: text('dns.question.type'),
    url: all(text('url.full'), url),
    request_path: text('url.path'),
    request_method: text('http.request.method'),
    response_status_code: number('http.response.status_code'),
    request_content: text('http.request.body.content'),
    user_agent: text('user_agent.original'),
  },
  lists: { 'agent.ipaddress': 'host.ip', ipaddress: 'host.ip', ip_addresses: 'dns.resolved_ip' },
  finish,
})

/** What an alert is about, and kinds of telemetry. */
const KINDS: Readonly<Record<string, readonly [category: string, type: string]>> = {
  process: ['process', 'start'],
  driverload: ['driver', 'info'],
  network: ['network', 'connection'],
  dnsresolution: ['network', 'connection'],
  dns_resolution: ['network', 'info'],
  authentication: ['authentication', 'start'],
  agent: ['host', 'info'],
  auditlog: ['web', 'access'],
  file: ['file', 'info'],
  registry: ['registry', 'change'],
  library_event: ['library', 'info'],
}

/** Security events of Windows that the agent hands on: log-ins. */
const LOGINS: Readonly<Record<string, string>> = { 4624: 'success', 4625: 'failure', 4648: 'success' }

function finish(fields: Fields): void {
  const own = (name: string): FieldValue | undefined => fields[`${OWN}.${name}`]
  const isAlert = own('log_type') === 'alert' || own('alert_type') !== undefined
  fields['event.kind'] = isAlert ? 'alert' : 'event'
  const kind = KINDS[String(own('alert_subtype') ?? own('log_type') ?? '')]
  fields['event.type'] = [kind?.[1] ?? 'info']
  if (kind !== undefined) fields['event.category'] = [kind[0]]
  setTechniques(fields, own('tags'))
  const outcome = LOGINS[String(fields['event.code'] ?? '')]
  if (outcome !== undefined && own('event_data.LogonType') !== undefined) {
    fields['event.category'] = ['authentication']
    fields['event.type'] = ['info', 'start']
    fields['event.outcome'] = outcome
  }
  if (own('direction') !== undefined) {
    fields['network.direction'] = String(own('direction')).startsWith('in') ? 'inbound' : 'outbound'
  }
}

/** The rules are SIGMA's: `attack.t1059.001`. */
function setTechniques(fields: Fields, tags: FieldValue | undefined): void {
  if (!Array.isArray(tags)) return
  for (const tag of tags.slice(0, 50)) {
    const id = /^attack\.(t\d{4}(?:\.\d{3})?)$/.exec(String(tag).slice(0, 40))?.[1]
    if (id !== undefined) addToList(fields, 'threat.technique.id', id.toUpperCase())
  }
  if (fields['threat.technique.id'] !== undefined) fields['threat.framework'] = 'MITRE ATT&CK'
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const known = 'log_type' in json || 'alert_type' in json || '@event_create_date' in json
  return known ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'harfanglab',
  reads: 'HarfangLab EDR: alerts, telemetry, audit log, Windows events that its agent hands on',
  version: 1,
  clues: [
    { json: ['@event_create_date'] },
    { json: ['alert_subtype', 'alert_type', 'rule_name'] },
    { json: ['log_slug', 'log_type'] },
    { json: ['osproducttype', 'log_type'] },
  ],
  parse,
  samples: [
    '{"@event_create_date":"2026-03-10T12:00:00.125Z","log_type":"alert","alert_type":"sigma","alert_subtype":"process","level":"high","rule_name":"Process list","rule_id":"r7","msg":"Lists processes.","tags":["attack.discovery","attack.t1057"],"agent":{"hostname":"ws01","ipaddress":"10.0.0.7"},"process":{"image_name":"C:\\\\Windows\\\\System32\\\\tasklist.exe","commandline":"tasklist","pid":4012,"parent_image":"C:\\\\Windows\\\\System32\\\\cmd.exe"}}',
    '{"@event_create_date":"2026-03-10T12:00:00Z","log_type":"wineventlog","event_id":4624,"source_name":"Microsoft-Windows-Security-Auditing","computer_name":"ws01","event_data":{"LogonType":"3","TargetUserName":"anna","IpAddress":"10.0.0.8"}}',
  ],
}
