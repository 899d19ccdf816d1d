import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, number, text } from '../fields/field-setters.ts'
import { macAddress } from '../network/mac-address.ts'
import { protocolName } from '../network/protocol-name.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'
import { setUrl } from '../web/set-url.ts'

/** `0.0.0.0` says that nothing was translated. */
const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value)) && value !== '0.0.0.0') fields[field] ??= String(value)
  }

const natPort =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    const port = wholeNumber(String(value))
    if (port !== undefined && port > 0 && port <= 65_535) fields[field] = port
  }

function protocol(fields: Fields, value: Scalar): void {
  const code = wholeNumber(String(value))
  if (code === undefined || code > 255) {
    fields['network.transport'] = String(value).toLowerCase()
    return
  }
  fields['network.iana_number'] = String(code)
  const name = protocolName(code)
  if (name !== undefined) fields['network.transport'] = name
}

/** `name`, `Anna Example (anna)`. */
function person(fields: Fields, value: Scalar): void {
  const whole = String(value).trim()
  const open = whole.endsWith(')') ? whole.lastIndexOf(' (') : -1
  const name = open > 0 ? whole.slice(open + 2, -1) : whole
  if (name === '') return
  fields['source.user.name'] ??= name
  fields['user.name'] ??= name
}

const epoch =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    const time = /^\d{10}(?:\d{3})?$/.test(String(value)) ? parseEpochTime(Number(value)) : undefined
    if (time !== undefined) fields[field] = new Date(Number(time / 1_000_000n)).toISOString()
  }

/** Blades count from 0, informational, to 5, critical, or name it. */
const SEVERITIES = new Map([
  ['informational', 0],
  ['low', 1],
  ['medium', 2],
  ['high', 3],
  ['critical', 4],
])
function severity(fields: Fields, value: Scalar): void {
  const level = wholeNumber(String(value)) ?? SEVERITIES.get(String(value).toLowerCase())
  if (level !== undefined) fields['event.severity'] = level
}

const list =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    fields[field] = String(value)
      .split(/[;,]/, 50)
      .map((one) => one.trim())
  }

/** What Check Point's log fields are in ECS. */
export const CHECKPOINT_SETTERS: FieldMap = {
  loguid: text('event.id'),
  origin: text('observer.name'),
  product: text('observer.product'),
  severity,
  operation_number: text('event.code'),
  subject: text('message'),
  reason: text('message'),
  src: ip('source.ip'),
  client_ip: ip('source.ip'),
  endpoint_ip: ip('source.ip'),
  dst: ip('destination.ip'),
  s_port: number('source.port'),
  service: number('destination.port'),
  service_id: text('network.application'),
  appi_name: text('network.application'),
  xlatesrc: ip('source.nat.ip'),
  xlatedst: ip('destination.nat.ip'),
  xlatesport: natPort('source.nat.port'),
  xlatedport: natPort('destination.nat.port'),
  proto: protocol,
  inzone: text('observer.ingress.zone'),
  outzone: text('observer.egress.zone'),
  client_inbound_interface: text('observer.ingress.interface.name'),
  server_outbound_interface: text('observer.egress.interface.name'),
  mac_source_address: macAddress('source.mac'),
  mac_destination_address: macAddress('destination.mac'),
  administrator: person,
  src_user_name: person,
  user: person,
  dst_user_name: text('destination.user.name'),
  uid: text('user.id'),
  machine: text('source.domain'),
  src_machine_name: text('source.domain'),
  dst_machine_name: text('destination.domain'),
  device_name: text('host.name'),
  objectname: text('rule.name'),
  rule: text('rule.id'),
  rule_name: text('rule.name'),
  malware_rule_id: text('rule.id'),
  malware_action: text('rule.description'),
  policy: text('rule.ruleset'),
  protection_name: text('rule.name'),
  bytes: number('network.bytes'),
  packets: number('network.packets'),
  client_outbound_bytes: number('source.bytes'),
  client_outbound_packets: number('source.packets'),
  server_outbound_bytes: number('destination.bytes'),
  server_outbound_packets: number('destination.packets'),
  start_time: epoch('event.start'),
  segment_time: epoch('event.start'),
  lastupdatetime: epoch('event.end'),
  packet_capture_time: epoch('event.created'),
  domain_name: text('dns.question.name'),
  dns_query: text('dns.question.name'),
  method: text('http.request.method'),
  http_host: text('url.domain'),
  resource: (fields, value) => setUrl(fields, String(value)),
  referrer: text('http.request.referrer'),
  user_agent: text('user_agent.original'),
  web_client_type: text('user_agent.name'),
  file_name: text('file.name'),
  file_type: text('file.type'),
  file_size: number('file.size'),
  file_md5: text('file.hash.md5'),
  file_sha1: text('file.hash.sha1'),
  file_sha256: text('file.hash.sha256'),
  from: list('email.from.address'),
  to: list('email.to.address'),
  email_subject: text('email.subject'),
  mitre_initial_access: text('threat.technique.name'),
  malware_family: text('threat.software.name'),
}
