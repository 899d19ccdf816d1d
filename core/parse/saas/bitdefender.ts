import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import { createProductReader } from './create-product-reader.ts'
import { all, instant, onlyIp, url } from './value-setters.ts'

const OWN = 'bitdefender.event'

/** Modules of GravityZone: what they are called, what they are about, and whether they tell of an attack. */
const MODULES: Readonly<
  Record<string, readonly [name: string, categories: readonly string[], alert: boolean]>
> = {
  adcloud: ['Cloud AD Integration', ['database'], false],
  antiexploit: ['Antiexploit', ['threat', 'intrusion_detection'], true],
  aph: ['Antiphishing', ['threat', 'network'], true],
  av: ['Antimalware', ['threat', 'malware'], true],
  avc: ['Product Modules Event', ['threat', 'malware', 'intrusion_detection'], true],
  'device-control': ['Device Control', ['configuration', 'host'], false],
  dp: ['Data Protection', ['threat', 'network'], false],
  'endpoint-moved-in': ['Endpoint Moved In', ['configuration', 'package'], false],
  'endpoint-moved-out': ['Endpoint Moved Out', ['configuration', 'package'], false],
  'exchange-malware': ['Exchange Malware Detection', ['threat', 'malware'], true],
  'exchange-organization-info': [
    'Exchange License Usage Limit Has Been Reached',
    ['configuration', 'package'],
    true,
  ],
  'exchange-user-credentials': ['Exchange User Credentials', ['configuration', 'package', 'host'], true],
  fw: ['Firewall', ['threat', 'intrusion_detection', 'network'], false],
  hd: ['Hyper Detect Event', ['threat', 'intrusion_detection', 'malware'], true],
  'hwid-change': ['Hardware ID Change', ['configuration', 'host'], false],
  install: ['Install Agent', ['configuration', 'package'], false],
  modules: ['Product Modules Status', ['configuration', 'package'], false],
  'network-monitor': ['Network Attack Defense', ['threat', 'intrusion_detection'], true],
  'network-sandboxing': ['Sandbox Analyzer Detection', ['threat', 'intrusion_detection'], true],
  'new-incident': ['New Incident', ['threat', 'intrusion_detection'], true],
  'ransomware-mitigation': ['Ransomware Activity', ['threat', 'intrusion_detection'], true],
  registration: ['Product Registration', ['configuration', 'package'], false],
  'security-container-update-available': [
    'Security Container Update Available',
    ['configuration', 'package'],
    false,
  ],
  'storage-antimalware': ['Storage Antimalware Event', ['threat', 'intrusion_detection'], true],
  'supa-update-status': ['Outdated Update Server', ['configuration', 'package'], false],
  sva: ['Security Server Status', ['configuration', 'host'], false],
  'sva-load': ['Overloaded Security Server', ['configuration', 'host'], true],
  'task-status': ['Task Status', ['configuration', 'host', 'process'], false],
  'troubleshooting-activity': ['Troubleshooting Activity', ['configuration', 'host', 'session'], false],
  uc: ['User Control', ['threat', 'network'], false],
  uninstall: ['Uninstall Agent', ['configuration', 'package'], false],
}

/** One event that GravityZone pushes: alone, or with the number of its message. */
export const readBitdefender = createProductReader({
  prefix: OWN,
  dataset: 'bitdefender.push_notifications',
  constants: { 'event.severity': 0, 'observer.vendor': 'Bitdefender', 'observer.product': 'GravityZone' },
  times: ['timestamp', 'last_blocked', 'date', 'lastupdate', 'created', 'detectionTime', 'detected_on'],
  map: {
    _id: text('event.id'),
    computer_name: text('host.name'),
    computerName: text('host.name'),
    serverName: text('host.name'),
    computer_fqdn: text('host.hostname'),
    computer_ip: all(onlyIp('destination.ip')),
    computer_id: text('host.id'),
    companyId: text('organization.id'),
    status: text('event.action'),
    main_action: text('event.action'),
    final_status: text('event.action'),
    detection_action: text('event.action'),
    severity_score: number('event.severity'),
    'user.name': (fields, value) => {
      const [name = '', domain] = String(value).split('@', 2)
      if (name !== '') fields['user.name'] = name
      if (domain !== undefined) fields['user.domain'] = domain
    },
    'user.userName': text('user.name'),
    username: text('user.name'),
    'user.id': text('user.id'),
    'user.sid': text('user.id'),
    'user.userSid': text('user.id'),
    userId: text('user.id'),
    url,
    file_path: text('file.path'),
    filePath: text('file.path'),
    file_name: text('file.name'),
    file_hash_md5: text('file.hash.md5'),
    file_hash_sha256: text('file.hash.sha256'),
    file_hash: text('file.hash.sha256'),
    hash: text('file.hash.sha256'),
    process_path: text('process.executable'),
    detection_path: text('process.executable'),
    process_pid: number('process.pid'),
    detection_pid: number('process.pid'),
    process_command_line: text('process.command_line'),
    parent_process_path: text('process.parent.executable'),
    detection_parentPath: text('process.parent.executable'),
    parent_process_pid: number('process.parent.pid'),
    detection_parentPid: number('process.parent.pid'),
    source_ip: onlyIp('source.ip'),
    attack_source: onlyIp('source.ip'),
    local_port: number('destination.port'),
    victim_ip: onlyIp('destination.nat.ip'),
    sender: text('email.sender.address'),
    subject: text('email.subject'),
    detection_name: text('rule.name'),
    malware_name: text('rule.name'),
    start_date: instant('event.start'),
  },
  lists: {
    computer_ip: 'host.ip',
    computerIp: 'host.ip',
    recipients: 'email.to.address',
    attack_types: 'threat.technique.name',
    att_ck_id: 'threat.technique.id',
    filePaths: 'file.path',
    fileSizes: 'file.size',
  },
  finish: setModule,
})

function setModule(fields: Fields): void {
  const module = MODULES[String(fields[`${OWN}.module`] ?? '')]
  fields['event.type'] = ['info']
  fields['event.kind'] = module?.[2] ? 'alert' : 'event'
  if (module === undefined) return
  fields['event.provider'] = module[0]
  fields['event.category'] = [...module[1]]
  const action = String(fields['event.action'] ?? '')
  if (fields['url.original'] !== undefined) fields['event.type'] = ['info', 'access']
  if (action.endsWith('_blocked') && module[2] === false) fields['event.type'] = ['info']
  const name = fields['rule.name']
  if (name !== undefined) fields.message ??= name
}
