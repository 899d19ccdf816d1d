import type { Fields } from '../../event/event.ts'
import { filePath, number, text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { instant, peer } from '../saas/value-setters.ts'

const OWN = 'cisco.secure_endpoint'
const SEVERITIES: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, critical: 4 }

const read = createProductReader({
  prefix: OWN,
  dataset: 'cisco_secure_endpoint.event',
  constants: { 'observer.vendor': 'Cisco', 'observer.product': 'Secure Endpoint', 'event.severity': 0 },
  times: ['timestamp', 'date'],
  map: {
    id: text('event.id'),
    event_type: text('event.action'),
    event_type_id: text('event.code'),
    severity: (fields, value) => {
      fields['event.severity'] = SEVERITIES[String(value).toLowerCase()] ?? 0
    },
    detection: text('rule.name'),
    detection_id: text('rule.id'),
    connector_guid: text('host.id'),
    start_timestamp: instant('event.start'),
    'error.error_code': text('error.code'),
    'error.description': text('error.message'),
    'computer.hostname': (fields, value) => {
      fields['host.hostname'] = String(value)
      fields['host.name'] = String(value).toLowerCase()
    },
    'computer.user': (fields, value) => {
      const [name = '', domain] = String(value).split('@', 2)
      if (name !== '') fields['user.name'] ??= name
      if (domain !== undefined) fields['user.domain'] ??= domain
    },
    'file.file_path': filePath('file'),
    'file.file_name': (fields, value) => {
      fields['file.name'] = String(value)
    },
    'file.identity.sha256': text('file.hash.sha256'),
    'file.identity.sha1': text('file.hash.sha1'),
    'file.identity.md5': text('file.hash.md5'),
    'file.parent.file_name': text('process.name'),
    'file.parent.process_id': number('process.pid'),
    'file.parent.identity.sha256': text('process.hash.sha256'),
    'file.parent.identity.sha1': text('process.hash.sha1'),
    'file.parent.identity.md5': text('process.hash.md5'),
    'network_info.parent.file_name': text('process.name'),
    'network_info.parent.process_id': number('process.pid'),
    'network_info.local_ip': peer('source'),
    'network_info.local_port': number('source.port'),
    'network_info.remote_ip': peer('destination'),
    'network_info.remote_port': number('destination.port'),
    'network_info.nfm.protocol': (fields, value) => {
      fields['network.transport'] = String(value).toLowerCase()
    },
    'network_info.nfm.direction': (fields, value) => {
      fields['network.direction'] = /outgoing/i.test(String(value)) ? 'egress' : 'ingress'
    },
    'network_info.dirty_url': text('url.original'),
    'command_line.arguments': text('process.command_line'),
    'cloud_ioc.description': text('message'),
    'threat_hunting.incident_summary': text('message'),
  },
  lists: {
    group_guids: 'group.id',
    'computer.network_addresses.ip': 'host.ip',
    tactics: 'threat.tactic.id',
    techniques: 'threat.technique.id',
    'tactics.external_id': 'threat.tactic.id',
    'tactics.name': 'threat.tactic.name',
    'tactics.mitre_url': 'threat.tactic.reference',
    'techniques.external_id': 'threat.technique.id',
    'techniques.name': 'threat.technique.name',
    'techniques.mitre_url': 'threat.technique.reference',
  },
  finish,
})

function finish(fields: Fields): void {
  const macs = fields[`${OWN}.computer.network_addresses.mac`]
  if (Array.isArray(macs)) {
    for (const mac of macs) addToList(fields, 'host.mac', printScalar(mac).toUpperCase().replaceAll(':', '-'))
  }
  const command = fields['process.command_line']
  if (typeof command === 'string') {
    const quoted = command.startsWith('"') ? command.indexOf('"', 1) : -1
    const path = quoted > 0 ? command.slice(1, quoted) : (command.split(' ', 1)[0] ?? '')
    if (path !== '') fields['process.executable'] = path
  }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const data = json && (isObject(json.data) ? json.data : json)
  return data && 'event_type_id' in data && 'connector_guid' in data ? read(data, context) : undefined
}

export const parser: Parser = {
  name: 'cisco-secure-endpoint',
  reads: 'events of Cisco Secure Endpoint (AMP for Endpoints)',
  version: 1,
  clues: [{ json: ['connector_guid', 'event_type_id'] }, { json: ['data', 'version'] }],
  parse,
  samples: [
    '{"version":"v1.2.0","metadata":{"links":{}},"data":{"id":7,"timestamp":1773144000,"event_type":"Threat Detected","event_type_id":1090519054,"detection":"W32.Test","connector_guid":"c7","group_guids":["g7"],"severity":"High","computer":{"hostname":"WS01","user":"anna@example.org","network_addresses":[{"ip":"10.0.0.7","mac":"02:00:00:00:00:07"}]},"file":{"file_name":"x.exe","file_path":"C:\\\\Temp\\\\x.exe","identity":{"sha256":"ab12"},"parent":{"process_id":812,"file_name":"explorer.exe"}}}}',
    '{"id":8,"timestamp":1773144000,"event_type":"Policy Update","event_type_id":553648130,"connector_guid":"c7","group_guids":["g7"],"computer":{"hostname":"ws02"}}',
  ],
}
