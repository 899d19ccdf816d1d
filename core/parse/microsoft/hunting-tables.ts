import type { Fields } from '../../event/event.ts'
import { isObject } from '../json/flatten-json.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { setAttackTechniques } from './attack-techniques.ts'
import { readJsonText } from './read-json-text.ts'
import { Row } from './row.ts'
import { setAlertEntity } from './set-alert-entity.ts'
import {
  set,
  setConnection,
  setFile,
  setInitiator,
  setInitiatorsParent,
  setRegistry,
  setStarted,
  setUser,
  setWebUrl,
} from './set-hunting-entities.ts'
import { setInspection } from './set-inspection.ts'

type TableReader = (fields: Fields, row: Row) => void

const TRANSPORTS: ReadonlyMap<string, string> = new Map([
  ['tcp', 'tcp'],
  ['tcpv4', 'tcp'],
  ['tcpv6', 'tcp'],
  ['udp', 'udp'],
  ['udpv4', 'udp'],
  ['udpv6', 'udp'],
  ['icmp', 'icmp'],
  ['icmpv4', 'icmp'],
  ['icmpv6', 'ipv6-icmp'],
])

function setProtocol(fields: Fields, row: Row): void {
  const protocol = row.text('Protocol', 'RequestProtocol')?.toLowerCase()
  if (protocol === undefined) return
  const transport = TRANSPORTS.get(protocol)
  if (transport !== undefined) fields['network.transport'] = transport
  else fields['network.protocol'] ??= protocol
}

/** Whatever a program did on a device: the program is the process. */
function device(fields: Fields, row: Row): void {
  if (row.text('AccountName') !== undefined) setUser(fields, row, '')
  setUser(fields, row, 'InitiatingProcess')
  setInitiator(fields, 'process', row)
  setInitiatorsParent(fields, 'process.parent', row)
}

function processes(fields: Fields, row: Row): void {
  setUser(fields, row, '')
  setStarted(fields, row)
  setFile(fields, row)
  setInitiator(fields, 'process.parent', row)
}

function setMacs(fields: Fields, row: Row): void {
  const details = readJsonText(row.values.AdditionalFields)
  if (!isObject(details)) return
  const macs = new Row(details)
  set(fields, 'source.mac', macs.text('Source Mac'))
  set(fields, 'destination.mac', macs.text('Destination Mac'))
}

function network(fields: Fields, row: Row): void {
  const action = row.text('ActionType') ?? ''
  const inbound = action.startsWith('Inbound') || action === 'ListeningConnectionCreated'
  device(fields, row)
  setInspection(fields, action, readJsonText(row.values.AdditionalFields))
  setConnection(fields, row, inbound)
  setMacs(fields, row)
  setProtocol(fields, row)
  setWebUrl(fields, row.text('RemoteUrl'))
  if (inbound) fields['network.direction'] ??= 'inbound'
  else if (action.startsWith('Connection')) fields['network.direction'] ??= 'outbound'
  else fields['network.direction'] ??= 'unknown'
}

function files(fields: Fields, row: Row): void {
  device(fields, row)
  setFile(fields, row)
  setProtocol(fields, row)
  setWebUrl(fields, row.text('FileOriginUrl'))
  const from = row.text('RequestSourceIP')
  if (from !== undefined) setPeer(fields, 'source', from, row.number('RequestSourcePort'))
}

function registry(fields: Fields, row: Row): void {
  device(fields, row)
  setRegistry(fields, row)
}

function logons(fields: Fields, row: Row): void {
  setUser(fields, row, '')
  setInitiator(fields, 'process', row)
  setInitiatorsParent(fields, 'process.parent', row)
  setProtocol(fields, row)
  const from = row.text('RemoteIP', 'IPAddress')
  if (from !== undefined) setPeer(fields, 'source', from)
  set(fields, 'source.port', row.number('RemotePort'))
  set(fields, 'event.reason', row.text('FailureReason'))
}

function deviceEvents(fields: Fields, row: Row): void {
  device(fields, row)
  setFile(fields, row)
  setRegistry(fields, row)
  if (row.text('RemoteIP', 'LocalIP') !== undefined) setConnection(fields, row, false)
  setProtocol(fields, row)
  setWebUrl(fields, row.text('RemoteUrl', 'FileOriginUrl'))
}

function deviceInfo(fields: Fields, row: Row): void {
  set(fields, 'host.os.name', row.text('OSPlatform'))
  set(fields, 'host.os.version', row.text('OSVersion', 'OSBuild'))
  set(fields, 'host.architecture', row.text('OSArchitecture'))
  set(fields, 'observer.type', row.text('DeviceCategory'))
  const address = row.text('PublicIP')
  if (address !== undefined && isIp(address)) fields['host.ip'] = [address]
}

function networkInfo(fields: Fields, row: Row): void {
  const mac = row.text('MacAddress')
  if (mac !== undefined) fields['host.mac'] = [mac]
  const addresses = readJsonText(row.values.IPAddresses)
  if (!Array.isArray(addresses)) return
  const ips = addresses
    .slice(0, 64)
    .map((entry) => (typeof entry === 'object' && entry !== null ? entry.IPAddress : undefined))
    .filter((ip): ip is string => typeof ip === 'string' && isIp(ip))
  if (ips.length > 0) fields['host.ip'] = ips
}

function identity(fields: Fields, row: Row): void {
  setUser(fields, row, '')
  setProtocol(fields, row)
  const from = row.text('IPAddress')
  if (from !== undefined) setPeer(fields, 'source', from, row.number('Port'))
  if (from !== undefined && isIp(from)) fields['host.ip'] = [from]
  const to = row.text('DestinationIPAddress')
  if (to !== undefined) setPeer(fields, 'destination', to)
  set(fields, 'destination.port', row.number('DestinationPort'))
  set(fields, 'destination.domain', row.text('DestinationDeviceName', 'TargetDeviceName'))
  set(fields, 'user.target.full_name', row.text('TargetAccountDisplayName'))
  set(fields, 'user.target.email', row.text('TargetAccountUpn'))
  set(fields, 'event.reason', row.text('FailureReason'))
}

const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['Inbound', 'inbound'],
  ['Outbound', 'outbound'],
  ['Intra-org', 'internal'],
])

function email(fields: Fields, row: Row): void {
  const network = row.text('NetworkMessageId')
  const from = row.text('SenderFromAddress', 'SenderMailFromAddress', 'SenderEmailAddress')
  const to = row.text('RecipientEmailAddress')
  const address = row.text('SenderIPv4', 'SenderIPv6')
  set(fields, 'email.local_id', network)
  set(fields, 'email.message_id', row.text('InternetMessageId') ?? network)
  set(fields, 'email.subject', row.text('Subject'))
  if (from !== undefined) fields['email.from.address'] = [from]
  if (to !== undefined) fields['email.to.address'] = [to]
  set(fields, 'email.direction', DIRECTIONS.get(row.text('EmailDirection') ?? ''))
  if (address !== undefined) setPeer(fields, 'source', address)
  set(fields, 'user.email', row.text('SenderFromAddress') === undefined ? undefined : from)
  setWebUrl(fields, row.text('Url'))
  setFile(fields, row)
  const type = row.text('FileType')
  if (type !== undefined && row.text('FileName')?.includes('.') === false) fields['file.extension'] = type
}

function cloud(fields: Fields, row: Row): void {
  const from = row.text('IPAddress')
  set(fields, 'user.name', row.text('AccountDisplayName', 'AccountName'))
  set(fields, 'user.id', row.text('AccountObjectId', 'AccountId'))
  set(fields, 'service.name', row.text('Application'))
  set(fields, 'user_agent.original', row.text('UserAgent'))
  set(fields, 'source.geo.country_iso_code', row.text('CountryCode'))
  set(fields, 'source.geo.city_name', row.text('City'))
  if (from !== undefined) setPeer(fields, 'source', from)
}

function alert(fields: Fields, row: Row): void {
  set(fields, 'event.provider', row.text('ServiceSource'))
  set(fields, 'service.name', row.text('ServiceSource'))
  set(fields, 'message', row.text('Title'))
  const tactics = readJsonText(row.values.Categories) ?? row.text('Category')
  const names = (Array.isArray(tactics) ? tactics : [tactics]).filter((name) => typeof name === 'string')
  if (names.length > 0) fields['threat.tactic.name'] = names.slice(0, 32)
  setAttackTechniques(fields, row.values.AttackTechniques)
}

function evidence(fields: Fields, row: Row): void {
  alert(fields, row)
  setUser(fields, row, '')
  setFile(fields, row)
  setConnection(fields, row, false)
  setRegistry(fields, row)
  setWebUrl(fields, row.text('RemoteUrl'))
  set(fields, 'process.command_line', row.text('ProcessCommandLine'))
  setAlertEntity(fields, readJsonText(row.values.AdditionalFields))
}

function urlClick(fields: Fields, row: Row): void {
  const from = row.text('IPAddress')
  set(fields, 'user.email', row.text('AccountUpn'))
  set(fields, 'user.name', row.text('AccountUpn'))
  set(fields, 'email.local_id', row.text('NetworkMessageId'))
  if (from !== undefined) setPeer(fields, 'source', from)
  setWebUrl(fields, row.text('Url'))
}

/** What any table may say of the program and the addresses that took part, where its own reader left them out. */
export function setRest(fields: Fields, row: Row): void {
  if (fields['process.pid'] === undefined && fields['process.name'] === undefined) {
    setInitiator(fields, 'process', row)
    setInitiatorsParent(fields, 'process.parent', row)
  }
  setUser(fields, row, '')
  setUser(fields, row, 'InitiatingProcess')
  if (fields['source.ip'] === undefined && fields['destination.ip'] === undefined)
    setConnection(fields, row, false)
}

function vulnerability(fields: Fields, row: Row): void {
  set(fields, 'vulnerability.id', row.text('CveId'))
  set(fields, 'vulnerability.severity', row.text('VulnerabilitySeverityLevel'))
  set(fields, 'package.name', row.text('SoftwareName'))
  set(fields, 'package.version', row.text('SoftwareVersion'))
}

/** https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables */
export const huntingTables: ReadonlyMap<string, TableReader> = new Map([
  ['AlertInfo', alert],
  ['AlertEvidence', evidence],
  ['BehaviorInfo', alert],
  ['BehaviorEntities', evidence],
  ['CloudAppEvents', cloud],
  ['CloudAuditEvents', cloud],
  ['CloudProcessEvents', processes],
  ['CloudStorageAggregatedEvents', cloud],
  ['DeviceEvents', deviceEvents],
  ['DeviceFileCertificateInfo', files],
  ['DeviceFileEvents', files],
  ['DeviceImageLoadEvents', files],
  ['DeviceInfo', deviceInfo],
  ['DeviceLogonEvents', logons],
  ['DeviceNetworkEvents', network],
  ['DeviceNetworkInfo', networkInfo],
  ['DeviceProcessEvents', processes],
  ['DeviceRegistryEvents', registry],
  ['DeviceTvmSoftwareVulnerabilities', vulnerability],
  ['EmailAttachmentInfo', email],
  ['EmailEvents', email],
  ['EmailPostDeliveryEvents', email],
  ['EmailUrlInfo', email],
  ['MessageEvents', email],
  ['MessagePostDeliveryEvents', email],
  ['MessageUrlInfo', email],
  ['FileMaliciousContentInfo', files],
  ['IdentityDirectoryEvents', identity],
  ['IdentityInfo', identity],
  ['IdentityLogonEvents', identity],
  ['IdentityQueryEvents', identity],
  ['UrlClickEvents', urlClick],
])
