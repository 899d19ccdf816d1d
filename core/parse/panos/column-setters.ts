import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, lowerText, number, text } from '../fields/field-setters.ts'
import { isIp } from '../text/is-ip.ts'

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (typeof value === 'string' && isIp(value)) fields[field] ??= value
  }

/** `domain\name`, `name@domain`, `name`; collectors double the backslash. */
const user =
  (side: 'source' | 'destination') =>
  (fields: Fields, value: Scalar): void => {
    const whole = String(value)
    const slash = whole.indexOf('\\')
    const at = slash < 0 ? whole.lastIndexOf('@') : -1
    const name = slash >= 0 ? whole.slice(whole.lastIndexOf('\\') + 1) : at > 0 ? whole.slice(0, at) : whole
    const domain = slash > 0 ? whole.slice(0, slash) : at > 0 ? whole.slice(at + 1) : ''
    if (name === '') return
    fields[`${side}.user.name`] = name
    if (domain !== '') fields[`${side}.user.domain`] = domain
    if (side === 'destination') return
    fields['user.name'] = name
    if (domain !== '') fields['user.domain'] = domain
    if (at > 0) fields['user.email'] = whole
  }

/** 1 the worst, as the firewall counts. */
const SEVERITIES = new Map([
  ['critical', 1],
  ['high', 2],
  ['medium', 3],
  ['low', 4],
  ['informational', 5],
])

function severity(fields: Fields, value: Scalar): void {
  const word = String(value).toLowerCase()
  fields['log.level'] = word
  const level = SEVERITIES.get(word)
  if (level !== undefined) fields['event.severity'] = level
}

/** `name(12345)`, `(9999)`, `12345`. */
function threat(fields: Fields, value: Scalar): void {
  const whole = String(value)
  const open = whole.endsWith(')') ? whole.lastIndexOf('(') : -1
  const name = open > 0 ? whole.slice(0, open).trim() : ''
  const id = open >= 0 ? whole.slice(open + 1, -1) : whole
  if (name !== '') {
    fields['panw.panos.threat.name'] = name
    fields['event.reason'] ??= name
  }
  fields['panw.panos.threat.id'] = id
  fields['event.code'] ??= id
  if (name === '' && id === '9999') fields['panw.panos.threat.name'] = 'URL-filtering'
}

function duration(fields: Fields, value: Scalar): void {
  const seconds = Number(value)
  if (seconds >= 0 && seconds < 1e9) fields['event.duration'] = seconds * 1e9
  // A clock that never saw the end: too large for a duration, kept as it is.
  else if (Number.isFinite(seconds)) fields['panw.panos.elapsed_time'] = seconds
}

/** The logs' own words, and those of Strata. */
const DIRECTIONS = new Map([
  ['client to server', 'inbound'],
  ['server to client', 'outbound'],
  ['client-to-server', 'inbound'],
  ['server-to-client', 'outbound'],
  ['0', 'inbound'],
  ['1', 'outbound'],
])
function direction(fields: Fields, value: Scalar): void {
  fields['network.direction'] = DIRECTIONS.get(String(value)) ?? 'unknown'
}

function method(fields: Fields, value: Scalar): void {
  fields['http.request.method'] = String(value).toUpperCase()
}

function hash(fields: Fields, value: Scalar): void {
  const digest = String(value)
  const kind = digest.length === 64 ? 'sha256' : digest.length === 32 ? 'md5' : undefined
  if (kind !== undefined) fields[`file.hash.${kind}`] = digest
}

function outcome(fields: Fields, value: Scalar): void {
  const word = String(value).toLowerCase()
  const failed = word.startsWith('fail') || word === 'unauthorized'
  if (word === 'success' || word === 'succeeded') fields['event.outcome'] = 'success'
  else fields['event.outcome'] = failed ? 'failure' : 'unknown'
}

function tlsVersion(fields: Fields, value: Scalar): void {
  const whole = String(value)
  if (!whole.startsWith('TLS') && !whole.startsWith('SSL')) return
  fields['tls.version'] = whole.slice(3)
  fields['tls.version_protocol'] = whole.slice(0, 3).toLowerCase()
}

/** IPv4 and IPv6 have a column each, IPv4's comes first. */
function privateIp(fields: Fields, value: Scalar): void {
  const whole = String(value)
  if (fields['source.ip'] !== undefined || !isIp(whole)) return
  fields['source.ip'] = whole
  fields['host.ip'] = [whole]
}

const list =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    fields[field] = [String(value)]
  }

/** What a column is in ECS, by its name in `column-names.ts`; the others keep their own names alone. */
export const COLUMN_SETTERS: FieldMap = {
  serial_number: text('observer.serial_number'),
  source_ip: ip('source.ip'),
  source_ip6: ip('source.ip'),
  destination_ip: ip('destination.ip'),
  source_nat_ip: ip('source.nat.ip'),
  destination_nat_ip: ip('destination.nat.ip'),
  source_port: number('source.port'),
  destination_port: number('destination.port'),
  source_nat_port: number('source.nat.port'),
  destination_nat_port: number('destination.nat.port'),
  source_user: user('source'),
  destination_user: user('destination'),
  tunnel_inspection_rule: text('rule.name'),
  rule_uuid: text('rule.uuid'),
  application: text('network.application'),
  protocol: lowerText('network.transport'),
  source_zone: text('observer.ingress.zone'),
  destination_zone: text('observer.egress.zone'),
  inbound_interface: text('observer.ingress.interface.name'),
  outbound_interface: text('observer.egress.interface.name'),
  device_name: text('observer.hostname'),
  bytes: number('network.bytes'),
  bytes_sent: number('source.bytes'),
  bytes_received: number('destination.bytes'),
  packets: number('network.packets'),
  packets_sent: number('source.packets'),
  packets_received: number('destination.packets'),
  elapsed_time: duration,
  login_duration: duration,
  'network.direction': direction,
  severity,
  threat,
  'event.code': text('event.code'),
  user_agent: text('user_agent.original'),
  referer: text('http.request.referrer'),
  http_method: method,
  'file.hash': hash,
  filetype: lowerText('file.type'),
  subject: text('email.subject'),
  sender_address: list('email.from.address'),
  recipient_address: list('email.to.address'),
  client_host: (fields, value) => {
    if (isIp(String(value))) fields['host.ip'] = [String(value)]
    else fields['host.name'] = String(value)
  },
  cmd: (fields, value) => {
    fields['panw.panos.cmd'] = String(value)
    fields['event.action'] = `cmd-${String(value)}`
  },
  admin: (fields, value) => {
    fields['user.name'] = String(value)
    fields['source.user.name'] = String(value)
  },
  'tls.encryption': text('tls.cipher'),
  auth_event: (fields, value) => {
    fields['panw.panos.auth_event'] = String(value)
    const word = String(value).toLowerCase()
    if (word.includes('succe')) fields['event.outcome'] = 'success'
    else if (word.includes('fail') || word.includes('timeout') || word.includes('denied')) {
      fields['event.outcome'] = 'failure'
    }
  },
  error_message: (fields, value) => {
    fields['error.message'] = String(value)
    fields['event.outcome'] = 'failure'
  },
  machine_name: lowerText('host.name'),
  endpoint_os: text('host.os.family'),
  client_os: text('host.os.family'),
  client_os_version: text('host.os.full'),
  host_id: text('host.id'),
  machine_mac: text('host.mac'),
  public_ip: ip('source.nat.ip'),
  public_ip6: ip('source.nat.ip'),
  private_ip: privateIp,
  private_ip6: privateIp,
  result: outcome,
  status: outcome,
  reason: text('event.reason'),
  endreason: text('event.reason'),
  error: (fields, value) => {
    fields['error.message'] = String(value)
    fields['event.reason'] ??= String(value)
  },
  error_code: text('error.code'),
  'src.host': text('source.domain'),
  'src.mac': text('source.mac'),
  'dst.mac': text('destination.mac'),
  'tls.version': tlsVersion,
  'tls.curve': text('tls.curve'),
  'tls.sni': text('tls.client.server_name'),
  'cert.fingerprint': (fields, value) => {
    if (String(value).length === 64) fields['tls.server.hash.sha256'] = String(value)
  },
  'cert.subject_cn': text('tls.server.x509.subject.common_name'),
  'cert.issuer_cn': text('tls.server.x509.issuer.common_name'),
  'cert.serial': text('tls.server.x509.serial_number'),
  container_id: text('container.id'),
  pod_name: text('orchestrator.resource.name'),
  pod_namespace: text('orchestrator.namespace'),
}
