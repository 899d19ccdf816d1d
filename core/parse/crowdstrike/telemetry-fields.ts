import type { Fields } from '../../event/event.ts'
import type { FieldMap, FieldSetter } from '../fields/field-setters.ts'
import { executable, filePath, number, text } from '../fields/field-setters.ts'
import { addToList } from '../saas/create-product-reader.ts'
import { all, instant, mac, onlyIp, peer, protocol } from '../saas/value-setters.ts'
import { baseName } from '../text/base-name.ts'
import { isIp } from '../text/is-ip.ts'
import { setUrl } from '../web/set-url.ts'

const PLATFORMS: Readonly<Record<string, string>> = {
  Win: 'windows',
  Mac: 'macos',
  Lin: 'linux',
  iOS: 'ios',
  Android: 'android',
}

/** https://www.iana.org/assignments/dns-parameters */
const QUERY_TYPES: Readonly<Record<string, string>> = {
  ...{ 1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA', 33: 'SRV' },
  ...{ 43: 'DS', 48: 'DNSKEY', 64: 'SVCB', 65: 'HTTPS', 255: 'ANY' },
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  0: 'outbound',
  1: 'inbound',
  2: 'unknown',
  3: 'unknown',
}

/** `\REGISTRY\MACHINE\SOFTWARE\Run`; the value's name is a field of its own. */
const registryKey: FieldSetter = (fields, value) => {
  const whole = String(value)
  const path = whole.toUpperCase().startsWith('\\REGISTRY\\') ? whole.slice(10) : whole
  const slash = path.indexOf('\\')
  if (slash < 0) return
  fields['registry.hive'] ??= path.slice(0, slash)
  fields['registry.key'] ??= path.slice(slash + 1)
  fields['registry.path'] ??= path
}

const userPrincipal: FieldSetter = (fields, value) => {
  const principal = String(value)
  const at = principal.indexOf('@')
  if (at < 1) return
  fields['user.email'] ??= principal
  fields['user.full_name'] ??= principal.slice(0, at)
  fields['user.domain'] ??= principal.slice(at + 1)
}

/** Folders end with a separator. */
const sensorPath: FieldSetter = (fields, value) => {
  const path = String(value)
  if (path.length < 2 || !/[\\/]$/.test(path)) return filePath('file')(fields, path)
  filePath('file')(fields, path.slice(0, -1))
  fields['file.path'] = path
  fields['file.type'] = 'dir'
}

/** Names of the sensor's events, which are the same on all platforms, in ECS. */
export const telemetryFields: FieldMap = {
  event_simpleName: text('event.action'),
  id: text('event.id'),
  aid: all(text('agent.id'), text('observer.serial_number')),
  SensorId: text('device.id'),
  ConfigBuild: text('observer.version'),
  AgentVersion: all(text('observer.version'), text('agent.version')),
  ComputerName: all(text('host.name'), text('host.hostname')),
  event_platform: (fields, value) => {
    const type = PLATFORMS[String(value)]
    if (type !== undefined) fields['host.os.type'] = type
  },
  OSVersionString: text('host.os.version'),
  Version: text('host.os.version'),
  aip: onlyIp('source.nat.ip'),
  // Processes: ids of the sensor are unique, those of the system come round again.
  TargetProcessId: text('process.entity_id'),
  ContextProcessId: text('process.entity_id'),
  ParentProcessId: text('process.parent.entity_id'),
  SourceProcessId: text('process.parent.entity_id'),
  RawProcessId: number('process.pid'),
  EtwRawProcessId: number('process.pid'),
  ContextThreadId: number('process.thread.id'),
  ContextBaseFileName: text('process.name'),
  ImageFileName: executable('process'),
  CommandLine: text('process.command_line'),
  ParentBaseFileName: text('process.parent.name'),
  ProcessStartTime: instant('process.start'),
  ProcessEndTime: instant('process.end'),
  ProcessGroupId: number('process.group_leader.pid'),
  ExitCode: number('process.exit_code'),
  ServiceDisplayName: all(text('process.title'), text('service.name')),
  SHA256HashData: text('file.hash.sha256'),
  MD5HashData: text('file.hash.md5'),
  SHA1HashData: text('file.hash.sha1'),
  // Files
  SourceFileName: sensorPath,
  TargetFileName: sensorPath,
  TargetDirectoryName: text('file.directory'),
  FileIdentifier: text('file.inode'),
  Size: number('file.size'),
  DiskParentDeviceInstanceId: text('file.device'),
  // Users
  UID: text('user.id'),
  UserSid: text('user.id'),
  GID: text('user.group.id'),
  UserName: text('user.name'),
  UserPrincipal: userPrincipal,
  LogonDomain: text('user.domain'),
  SourceAccountSamAccountName: text('user.name'),
  SourceAccountDomain: text('user.domain'),
  SourceAccountObjectSid: text('user.id'),
  SourceEndpointAddressIP4: peer('source'),
  SourceEndpointHostName: text('source.domain'),
  ClientComputerName: text('source.domain'),
  UserRid: text('user.target.id'),
  DomainSid: text('user.target.domain'),
  // Networks
  CurrentLocalIP: peer('source'),
  LocalAddressIP4: peer('source'),
  LocalAddressIP6: peer('source'),
  LocalIP: peer('source'),
  LocalPort: number('source.port'),
  PhysicalAddress: mac('source.mac'),
  MAC: mac('source.mac'),
  RemoteAddressIP4: peer('destination'),
  RemoteAddressIP6: peer('destination'),
  RemoteAddressString: peer('destination'),
  RemotePort: number('destination.port'),
  Protocol: protocol,
  ConnectionDirection: (fields, value) => {
    const direction = DIRECTIONS[String(value)]
    if (direction !== undefined) fields['network.direction'] = direction
  },
  DomainName: text('dns.question.name'),
  RequestType: (fields, value) => {
    const type = QUERY_TYPES[String(value)]
    if (type !== undefined) fields['dns.question.type'] = type
    fields['dns.type'] = 'query'
  },
  OriginatingURL: (fields, value) => {
    fields['url.full'] ??= String(value)
    if (value !== '') setUrl(fields, String(value))
  },
  // Registry
  RegObjectName: registryKey,
  RegValueName: text('registry.value'),
  RegStringValue: (fields, value) => {
    if (value !== '') fields['registry.data.strings'] = [String(value)]
  },
}

/** Where the sensor fetched something from: server, port and path are apart. */
function setDownload(fields: Fields): void {
  const server = fields['crowdstrike.DownloadServer']
  const path = fields['crowdstrike.DownloadPath']
  if (typeof server !== 'string' || server === '') return
  fields['server.address'] = server
  fields['server.domain'] = server
  if (typeof path !== 'string') {
    fields['url.domain'] = server
    return
  }
  const scheme = String(fields['crowdstrike.DownloadPort']) === '80' ? 'http' : 'https'
  setUrl(fields, `${scheme}://${server}${path.startsWith('/') ? '' : '/'}${path}`)
}

/** Lists of hosts, neighbours and users have no kind of event. */
function setAsset(fields: Fields): void {
  fields['event.kind'] = 'asset'
  fields['event.category'] = ['host']
  fields['event.type'] = ['info']
}

/** What follows from several fields of an event. */
export function finishTelemetry(fields: Fields): void {
  setDownload(fields)
  if (fields['event.action'] === undefined) setAsset(fields)
  for (const records of ['IP4Records', 'IP6Records']) {
    const list = fields[`crowdstrike.${records}`]
    for (const ip of String(list ?? '').split(';', 50)) if (isIp(ip)) addToList(fields, 'dns.resolved_ip', ip)
  }
  const command = fields['process.command_line']
  if (fields['process.executable'] !== undefined || command !== undefined) {
    for (const kind of ['sha256', 'md5', 'sha1']) {
      const hash = fields[`file.hash.${kind}`]
      if (hash !== undefined) fields[`process.hash.${kind}`] = hash
    }
  }
  const value = fields['registry.value']
  if (value !== undefined && fields['registry.path'] !== undefined) {
    fields['registry.path'] = `${fields['registry.path']}\\${value}`
  }
  const path = fields['file.path']
  if (path !== undefined) fields['file.type'] ??= 'file'
  const executablePath = fields['process.executable']
  if (typeof executablePath === 'string') fields['process.name'] ??= baseName(executablePath)
}
