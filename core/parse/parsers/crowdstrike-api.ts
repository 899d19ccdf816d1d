import type { Fields } from '../../event/event.ts'
import { account, number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { all, instant } from '../saas/value-setters.ts'

const observer = { 'observer.vendor': 'CrowdStrike', 'observer.product': 'Falcon' }

function finishAlert(fields: Fields): void {
  const ids = fields['threat.technique.id']
  const mitre = Array.isArray(ids) && ids.some((id) => String(id).startsWith('T'))
  if (ids !== undefined) {
    fields['threat.framework'] = mitre ? 'MITRE ATT&CK' : 'CrowdStrike Falcon Detections Framework'
  }
  setMac(fields, fields['crowdstrike.alert.device.mac_address'])
}

function setMac(fields: Fields, mac: unknown): void {
  if (typeof mac === 'string' && mac !== '')
    addToList(fields, 'host.mac', mac.toUpperCase().replaceAll(':', '-'))
}

const readAlert = createProductReader({
  prefix: 'crowdstrike.alert',
  dataset: 'crowdstrike.alert',
  constants: { ...observer, 'event.kind': 'alert', 'event.category': ['malware'], 'event.type': ['info'] },
  times: ['timestamp', 'created_timestamp', 'updated_timestamp'],
  map: {
    id: text('event.id'),
    composite_id: text('event.id'),
    severity: number('event.severity'),
    severity_name: text('log.level'),
    description: all(text('message'), text('rule.description')),
    display_name: text('rule.name'),
    name: text('rule.name'),
    falcon_host_link: text('event.reference'),
    pattern_disposition_description: text('event.action'),
    filename: all(text('file.name'), text('process.name')),
    filepath: all(text('file.path'), text('process.executable')),
    sha256: text('file.hash.sha256'),
    sha1: text('file.hash.sha1'),
    md5: text('file.hash.md5'),
    cmdline: text('process.command_line'),
    process_id: number('process.pid'),
    process_start_time: instant('process.start'),
    process_end_time: instant('process.end'),
    'parent_details.cmdline': text('process.parent.command_line'),
    'parent_details.filepath': text('process.parent.executable'),
    'parent_details.filename': text('process.parent.name'),
    'parent_details.process_id': number('process.parent.pid'),
    'parent_details.sha256': text('process.parent.hash.sha256'),
    'parent_details.md5': text('process.parent.hash.md5'),
    user_name: all(account('user'), text('process.user.name')),
    user_id: all(text('user.id'), text('process.user.id')),
    'device.hostname': all(text('host.hostname'), text('host.name')),
    'device.device_id': text('device.id'),
    'device.machine_domain': text('host.domain'),
    'device.os_version': text('host.os.full'),
    'device.platform_name': text('host.os.platform'),
  },
  lists: {
    'device.external_ip': 'host.ip',
    'device.local_ip': 'host.ip',
    tactic: 'threat.tactic.name',
    tactic_id: 'threat.tactic.id',
    technique: 'threat.technique.name',
    technique_id: 'threat.technique.id',
  },
  finish: finishAlert,
})

const readHost = createProductReader({
  prefix: 'crowdstrike.host',
  dataset: 'crowdstrike.host',
  constants: { ...observer, 'event.kind': 'event', 'event.category': ['host'], 'event.type': ['info'] },
  times: ['modified_timestamp', 'last_seen'],
  map: {
    device_id: text('device.id'),
    hostname: all(text('host.hostname'), text('host.name')),
    machine_domain: text('host.domain'),
    os_version: text('host.os.full'),
    platform_name: text('host.os.platform'),
    agent_version: text('observer.version'),
    serial_number: text('observer.serial_number'),
    last_login_user: text('user.name'),
  },
  lists: { connection_ip: 'host.ip', external_ip: 'host.ip' },
  finish: (fields) => setMac(fields, fields['crowdstrike.host.mac_address']),
})

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if ('device' in json && 'composite_id' in json) return readAlert(json, context)
  return 'device_id' in json && 'agent_version' in json ? readHost(json, context) : undefined
}

export const parser: Parser = {
  name: 'crowdstrike-api',
  reads: 'alerts and hosts as the API of CrowdStrike Falcon lists them',
  version: 1,
  clues: [{ json: ['composite_id', 'device'] }, { json: ['agent_load_flags', 'device_id', 'agent_version'] }],
  parse,
  samples: [
    '{"id":"ind:7","composite_id":"c7:ind:7","timestamp":"2026-03-10T12:00:00.125Z","severity":70,"severity_name":"High","description":"A process injected code.","cmdline":"x.exe -q","filename":"x.exe","filepath":"\\\\Device\\\\x.exe","process_id":"4012","device":{"device_id":"d7","hostname":"ws01","external_ip":"192.0.2.7","mac_address":"02-00-00-00-00-07"},"user_name":"anna","tactic":"Defense Evasion","tactic_id":"TA0005","technique":"Process Injection","technique_id":"T1055"}',
    '{"agent_load_flags":"0","agent_version":"7.1","device_id":"d7","hostname":"ws01","external_ip":"192.0.2.7","mac_address":"02-00-00-00-00-07","modified_timestamp":"2026-03-10T12:00:00Z","os_version":"Windows 11","platform_name":"Windows"}',
  ],
}
