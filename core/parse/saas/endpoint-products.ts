import type { Fields } from '../../event/event.ts'
import { account, executable, filePath, lowerText, number, text } from '../fields/field-setters.ts'
import type { Product } from './create-product-reader.ts'
import { type KeyedProduct, keyedProduct } from './keyed-product.ts'
import { all, instant, onlyIp, peer, url } from './value-setters.ts'

const event = { 'event.kind': 'event' }
const alert = { 'event.kind': 'alert' }

/** Names that agents of Carbon Black Cloud and their alerts share. */
const carbonBlack = (stream: string): Product => ({
  prefix: `carbon_black_cloud.${stream}`,
  dataset: `carbon_black_cloud.${stream}`,
  constants: { ...event, 'observer.vendor': 'VMware', 'observer.product': 'Carbon Black Cloud' },
  times: ['device_timestamp', 'detection_timestamp', 'backend_timestamp', 'create_time'],
  map: {
    id: text('event.id'),
    event_id: text('event.id'),
    action: text('event.action'),
    reason: all(text('event.reason'), text('message')),
    severity: number('event.severity'),
    first_event_timestamp: instant('event.start'),
    first_event_time: instant('event.start'),
    last_event_timestamp: instant('event.end'),
    last_event_time: instant('event.end'),
    device_name: (fields, value) => {
      const name = String(value)
      const [domain, host] = name.includes('\\') ? name.split('\\', 2) : [undefined, name]
      fields['host.name'] = host ?? name
      fields['host.hostname'] = host ?? name
      if (domain) fields['user.domain'] = domain
    },
    device_id: text('host.id'),
    device_username: account('user'),
    process_username: account('user'),
    process_path: executable('process'),
    process_name: executable('process'),
    process_cmdline: text('process.command_line'),
    process_guid: text('process.entity_id'),
    process_pid: number('process.pid'),
    parent_path: executable('process.parent'),
    parent_name: executable('process.parent'),
    parent_cmdline: text('process.parent.command_line'),
    parent_pid: number('process.parent.pid'),
    parent_guid: text('process.parent.entity_id'),
    filemod_name: filePath('file'),
    regmod_name: text('registry.path'),
    modload_name: text('dll.path'),
    local_ip: all(peer('source'), onlyIp('client.ip')),
    local_port: all(number('source.port'), number('client.port')),
    remote_ip: peer('destination'),
    remote_port: number('destination.port'),
    netconn_protocol: (fields, value) => {
      fields['network.transport'] = String(value).toLowerCase().replace('proto_', '')
    },
    netconn_inbound: (fields, value) => {
      fields['network.direction'] = value === true ? 'inbound' : 'outbound'
    },
    report_name: text('rule.name'),
    attack_technique: text('threat.technique.id'),
  },
  lists: { device_external_ip: 'host.ip' },
})

/** ESET's own words; files come as addresses. */
const eset: Product['map'] = {
  hostname: (fields, value) => {
    const name = String(value)
    fields['host.name'] = name
    fields['host.hostname'] = name.split('.', 1)[0] ?? name
  },
  event: all(text('event.reason'), text('message')),
  detail: text('event.reason'),
  cause: text('event.reason'),
  circumstances: text('event.reason'),
  group_name: text('group.name'),
  action: text('event.action'),
  action_taken: (fields, value) => {
    fields['event.action'] = String(value).replaceAll(' ', '-')
  },
  processname: executable('process'),
  process_name: executable('process'),
  username: (fields, value) => {
    account('user')(fields, value)
  },
  user: account('user'),
  hash: text('file.hash.sha1'),
  object_uri: (fields, value) => {
    const uri = String(value)
    if (uri.startsWith('file:///')) filePath('file')(fields, uri.slice(8))
    else url(fields, uri)
  },
  rulename: text('rule.name'),
  threat_name: text('threat.indicator.name'),
  source_address: peer('source'),
  source_port: number('source.port'),
  target_address: peer('destination'),
  target_port: number('destination.port'),
  destination_address: peer('destination'),
  destination_port: number('destination.port'),
  protocol: lowerText('network.protocol'),
  inbound: (fields, value) => {
    fields['network.direction'] = value === true || value === 'true' ? 'inbound' : 'outbound'
  },
  severity: lowerText('log.level'),
  result: (fields, value) => {
    fields['event.outcome'] = String(value).toLowerCase() === 'success' ? 'success' : 'failure'
  },
}

function finishEset(fields: Fields): void {
  const kind = String(fields['eset_protect.event.event_type'] ?? '')
  if (/Audit/.test(kind)) {
    fields['event.kind'] = 'event'
    const action = String(fields['event.action'] ?? '')
    const session = /log(?:in|out)|sign on/i.test(action)
    fields['event.category'] = [session ? 'authentication' : 'host']
    fields['event.type'] = [/logout/i.test(action) ? 'end' : 'info']
  } else if (/Threat|HipsAggregated|Antivirus/.test(kind)) {
    fields['event.category'] = ['threat']
    fields['event.type'] = ['indicator']
  } else {
    fields['event.category'] = ['intrusion_detection']
    fields['event.type'] = ['info']
  }
}

/** What Sophos Central's script for SIEMs writes, and what its API lists. */
const sophos: Product['map'] = {
  id: text('event.id'),
  type: text('event.code'),
  name: all(text('event.reason'), text('message')),
  description: text('message'),
  severity: lowerText('log.level'),
  dhost: all(text('host.name'), text('host.hostname')),
  location: text('host.name'),
  duid: text('user.id'),
  user_id: text('user.id'),
  suser: account('user'),
  source: account('user'),
  end: instant('event.end'),
  threat: text('threat.indicator.name'),
  'source_info.ip': onlyIp('source.ip'),
  'data.source_info.ip': onlyIp('source.ip'),
  'ips_threat_data.remoteIp': onlyIp('destination.ip'),
  'ips_threat_data.remotePort': number('destination.port'),
  'ips_threat_data.localPort': number('source.port'),
  'ips_threat_data.executablePath': text('process.executable'),
  'ips_threat_data.executablePid': number('process.pid'),
  'data.ips_threat.remote_ip': onlyIp('destination.ip'),
  'data.ips_threat.remote_port': number('destination.port'),
  'data.ips_threat.executable_name': text('process.executable'),
  'data.hmpa_exploit.process_name': text('process.name'),
  'data.hmpa_exploit.process_pid': number('process.pid'),
  appSha256: text('file.hash.sha256'),
}

function finishSophos(fields: Fields): void {
  const kind = String(fields['event.code'] ?? '')
  fields['event.type'] = [/Blocked|Denied/.test(kind) ? 'denied' : /Allowed/.test(kind) ? 'allowed' : 'info']
  if (/Threat|Malware|Virus|Pua|HmpaExploit|CleanUp/.test(kind)) fields['event.category'] = ['malware']
  else if (/DataLoss|Application|Device/.test(kind)) fields['event.category'] = ['file', 'process']
  else if (/User|Registered|UpdateRebootRequired/.test(kind)) fields['event.category'] = ['iam']
  else fields['event.category'] = ['host']
}

/** Agents on endpoints whose events are few fields of one level. */
export const endpointProducts: readonly KeyedProduct[] = [
  keyedProduct(['process_guid', 'device_timestamp'], {
    ...carbonBlack('endpoint_event'),
    finish(fields) {
      const action = String(fields['event.action'] ?? '')
      const [category, type] = /KEY|VALUE/.test(action)
        ? ['registry', 'change']
        : action.includes('FILE')
          ? ['file', 'change']
          : action.includes('CONNECTION')
            ? ['network', 'connection']
            : ['process', action.includes('TERMINATE') ? 'end' : 'info']
      fields['event.category'] = [category ?? 'process']
      fields['event.type'] = [type ?? 'info']
    },
  }),
  keyedProduct(['detection_timestamp', 'first_event_timestamp'], {
    ...carbonBlack('alert_v7'),
    constants: {
      ...alert,
      'event.category': ['malware'],
      'event.type': ['info'],
      'observer.vendor': 'VMware',
    },
  }),
  keyedProduct(['first_event_time', 'create_time', 'device_id'], {
    ...carbonBlack('alert'),
    constants: {
      ...alert,
      'event.category': ['malware'],
      'event.type': ['info'],
      'observer.vendor': 'VMware',
    },
  }),
  keyedProduct(['event_type', 'occured', 'source_uuid'], {
    prefix: 'eset_protect.event',
    dataset: 'eset_protect.event',
    constants: {
      ...alert,
      'observer.vendor': 'ESET',
      'observer.product': 'ESET Protect',
      'observer.type': 'sensor',
    },
    times: ['occured'],
    map: eset,
    lists: { ipv4: 'host.ip', ipv6: 'host.ip' },
    finish: finishEset,
  }),
  keyedProduct(['occurTime', 'networkCommunication'], {
    prefix: 'eset_protect.detection',
    dataset: 'eset_protect.detection',
    constants: {
      ...alert,
      'event.type': ['info'],
      'observer.vendor': 'ESET',
      'observer.product': 'ESET PROTECT',
      'observer.type': 'ids',
    },
    times: ['occurTime'],
    map: {
      uuid: text('event.id'),
      'context.circumstances': text('message'),
      'context.userName': account('user'),
      'context.process.path': executable('process'),
      category: text('rule.category'),
      displayName: text('rule.name'),
      objectHashSha1: text('file.hash.sha1'),
      objectName: text('file.name'),
      'networkCommunication.localIpAddress': peer('source'),
      'networkCommunication.localPort': number('source.port'),
      'networkCommunication.remoteIpAddress': peer('destination'),
      'networkCommunication.remotePort': number('destination.port'),
      'networkCommunication.protocolName': lowerText('network.transport'),
      severityLevel: lowerText('log.level'),
    },
    lists: { typeName: 'threat.technique.name' },
    finish(fields) {
      const kind = String(fields['rule.category'] ?? '').replace('DETECTION_CATEGORY_', '')
      const malware = kind === 'ANTIVIRUS' || kind.includes('RANSOM')
      const other = kind === 'VULNERABILITY' ? 'vulnerability' : 'intrusion_detection'
      if (kind !== 'UNSPECIFIED') fields['event.category'] = [malware ? 'malware' : other]
    },
  }),
  keyedProduct(['endpoint_id', 'endpoint_type', 'dhost'], {
    prefix: 'sophos_central.event',
    dataset: 'sophos_central.event',
    constants: { ...event, 'observer.vendor': 'Sophos', 'observer.product': 'Sophos Central' },
    times: ['rt', 'when', 'end'],
    map: sophos,
    finish: finishSophos,
  }),
  keyedProduct(['source_info', 'when', 'type'], {
    prefix: 'sophos_central.event',
    dataset: 'sophos_central.event',
    constants: {
      ...event,
      'event.category': ['host'],
      'event.type': ['info'],
      'observer.vendor': 'Sophos',
      'observer.product': 'Sophos Central',
    },
    times: ['when', 'created_at'],
    map: { ...sophos, name: all(text('event.action'), text('message')) },
  }),
  keyedProduct(['threat_cleanable', 'when'], {
    prefix: 'sophos_central.alert',
    dataset: 'sophos_central.alert',
    constants: {
      ...alert,
      'event.category': ['host'],
      'event.type': ['info'],
      'observer.vendor': 'Sophos',
      'observer.product': 'Sophos Central',
    },
    times: ['when', 'created_at'],
    map: sophos,
  }),
  keyedProduct(['meta_hostname', 'ioc_detection_id'], {
    prefix: 'sophos_central.detection',
    dataset: 'sophos_central.detection',
    constants: { ...alert, 'observer.vendor': 'Sophos', 'observer.product': 'Threat Analysis Center' },
    times: ['calendar_time', 'ioc_unix_time', 'unix_time'],
    map: {
      ioc_detection_id: text('event.code'),
      ioc_severity: number('event.severity'),
      ioc_detection_description: text('message'),
      description: text('event.reason'),
      meta_hostname: text('host.name'),
      meta_ip_address: peer('source'),
      meta_public_ip: onlyIp('source.nat.ip'),
      meta_mac_address: text('source.mac'),
      meta_username: text('user.name'),
      upload_size: number('source.bytes'),
      ioc_worker_name: text('process.name'),
      process_cmd_line: text('process.command_line'),
      cmdline: text('process.command_line'),
      process_parent_name: text('process.parent.name'),
      parent_name: text('process.parent.name'),
      parent_cmdline: text('process.parent.command_line'),
      parent_path: text('process.parent.executable'),
      pid: number('process.pid'),
      ioc_event_path: filePath('file'),
      path: filePath('file'),
      sha256: text('file.hash.sha256'),
      sha1: text('file.hash.sha1'),
      file_size: number('file.size'),
      target_username: text('user.target.name'),
      target_domain: peer('destination'),
    },
    lists: {
      'ioc_detection_mitre_attack.tactic.id': 'threat.tactic.id',
      'ioc_detection_mitre_attack.tactic.name': 'threat.tactic.name',
      'ioc_detection_mitre_attack.tactic.techniques.id': 'threat.technique.id',
      'ioc_detection_mitre_attack.tactic.techniques.name': 'threat.technique.name',
    },
    finish(fields) {
      fields['event.category'] = ['intrusion_detection']
      fields['event.type'] = ['info']
    },
  }),
]
