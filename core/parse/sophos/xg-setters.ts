import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, lowerText, number, text } from '../fields/field-setters.ts'
import { macAddress } from '../network/mac-address.ts'
import { isIp } from '../text/is-ip.ts'
import { setBareUrl } from '../web/set-bare-url.ts'

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

const both =
  (...fieldNames: readonly string[]) =>
  (fields: Fields, value: Scalar): void => {
    for (const name of fieldNames) fields[name] ??= String(value)
  }

const addresses =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    fields[field] ??= String(value)
      .split(/[;,]/, 50)
      .map((one) => one.trim())
  }

/** syslog's numbers; the words are those of older releases. */
const PRIORITIES = new Map<string, readonly [number, string]>([
  ['emergency', [0, 'emergency']],
  ['alert', [1, 'alert']],
  ['critical', [2, 'critical']],
  ['error', [3, 'error']],
  ['warning', [4, 'warning']],
  ['notice', [5, 'notification']],
  ['notification', [5, 'notification']],
  ['information', [6, 'informational']],
  ['debug', [7, 'debug']],
])

function priority(fields: Fields, value: Scalar): void {
  const known = PRIORITIES.get(String(value).toLowerCase())
  if (known === undefined) return
  fields['event.severity'] = known[0]
  fields['log.level'] = known[1]
}

function severity(fields: Fields, value: Scalar): void {
  priority(fields, value)
  fields['log.level'] = String(value).toLowerCase()
}

function url(fields: Fields, value: Scalar): void {
  setBareUrl(fields, String(value))
  fields['url.full'] = String(value)
}

function digest(fields: Fields, value: Scalar): void {
  const hash = String(value)
  const kind = { 32: 'md5', 40: 'sha1', 64: 'sha256' }[hash.length]
  if (kind !== undefined) fields[`file.hash.${kind}`] = hash
}

/** `HTTP/1.1` */
function httpVersion(fields: Fields, value: Scalar): void {
  fields['http.version'] = String(value).replace(/^HTTP\//, '')
}

const statusCode = (fields: Fields, value: Scalar): void => {
  const code = Number(value)
  if (code >= 100 && code <= 999) fields['http.response.status_code'] = code
}

/** What Sophos Firewall's names are in ECS: those of SFOS 17 and before, then those of the newer format. */
export const XG_SETTERS: FieldMap = {
  device_id: text('observer.serial_number'),
  device_serial_id: text('observer.serial_number'),
  priority,
  severity,
  fw_rule_name: text('rule.name'),
  rule_name: text('rule.name'),
  signature_msg: text('rule.name'),
  classification: text('rule.category'),
  policy_type: text('rule.ruleset'),
  user_name: both('source.user.name', 'user.name'),
  name: text('user.full_name'),
  src_ip: ip('source.ip'),
  sourceip: ip('source.ip'),
  ipaddress: ip('source.ip'),
  dst_ip: ip('destination.ip'),
  destinationip: ip('destination.ip'),
  localip: ip('destination.ip'),
  src_port: number('source.port'),
  dst_port: number('destination.port'),
  tran_src_ip: ip('source.nat.ip'),
  src_trans_ip: ip('source.nat.ip'),
  tran_src_port: number('source.nat.port'),
  src_trans_port: number('source.nat.port'),
  tran_dst_ip: ip('destination.nat.ip'),
  dst_trans_ip: ip('destination.nat.ip'),
  tran_dst_port: number('destination.nat.port'),
  dst_trans_port: number('destination.nat.port'),
  src_mac: macAddress('source.mac'),
  dst_mac: macAddress('destination.mac'),
  protocol: lowerText('network.transport'),
  application: text('network.application'),
  app_name: text('network.application'),
  application_name: text('network.application'),
  in_interface: text('observer.ingress.interface.name'),
  out_interface: text('observer.egress.interface.name'),
  srczone: text('observer.ingress.zone'),
  src_zone: text('observer.ingress.zone'),
  dstzone: text('observer.egress.zone'),
  dst_zone: text('observer.egress.zone'),
  sent_bytes: number('source.bytes'),
  bytes_sent: number('source.bytes'),
  recv_bytes: number('destination.bytes'),
  bytes_received: number('destination.bytes'),
  // A web application firewall speaks of what it sent to the client.
  bytessent: number('destination.bytes'),
  bytesrcv: number('source.bytes'),
  sent_pkts: number('source.packets'),
  packets_sent: number('source.packets'),
  recv_pkts: number('destination.packets'),
  packets_received: number('destination.packets'),
  duration: (fields, value) => {
    if (Number(value) >= 0) fields['event.duration'] = Number(value) * 1e9
  },
  responsetime: (fields, value) => {
    if (Number(value) >= 0) fields['event.duration'] = Number(value) * 1e3
  },
  url,
  domain: text('url.domain'),
  domainname: text('url.domain'),
  server: text('destination.domain'),
  dstdomain: text('destination.domain'),
  dst_domainname: text('destination.domain'),
  src_domainname: text('source.domain'),
  sni: text('destination.domain'),
  method: text('http.request.method'),
  referer: text('http.request.referrer'),
  referrer: text('http.request.referrer'),
  ws_protocol: httpVersion,
  http_status: statusCode,
  httpstatus: statusCode,
  status_code: statusCode,
  httpresponsecode: statusCode,
  useragent: text('user_agent.original'),
  user_agent: text('user_agent.original'),
  http_user_agent: text('user_agent.original'),
  from_email_address: addresses('email.from.address'),
  to_email_address: addresses('email.to.address'),
  email_subject: text('email.subject'),
  subject: text('email.subject'),
  mailid: text('email.message_id'),
  filename: text('file.name'),
  file_name: text('file.name'),
  file_size: number('file.size'),
  filesize: number('file.size'),
  file_path: text('file.path'),
  filetype: text('file.mime_type'),
  sha1sum: digest,
  eventid: text('event.id'),
  reason: text('event.reason'),
  message: text('message'),
  virus: text('threat.indicator.name'),
  threatname: text('threat.indicator.name'),
}
