import type { Fields, Scalar } from '../../event/event.ts'
import { address, type FieldMap, lowerText, number, text } from '../fields/field-setters.ts'
import { macAddress } from '../network/mac-address.ts'
import { protocolName } from '../network/protocol-name.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setBareUrl } from '../web/set-bare-url.ts'

/** FortiOS writes `N/A` for nothing. */
const known =
  (set: (fields: Fields, value: Scalar) => void) =>
  (fields: Fields, value: Scalar): void => {
    if (value !== 'N/A' && value !== 'undefined') set(fields, value)
  }

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

function protocol(fields: Fields, value: Scalar): void {
  const code = wholeNumber(String(value))
  if (code === undefined || code > 255) return
  fields['network.iana_number'] = String(code)
  const name = protocolName(code)
  if (name !== undefined) fields['network.transport'] ??= name
}

/** `https://www.example.org/a` or the path alone beside a host name. */
function url(fields: Fields, value: Scalar): void {
  const whole = String(value)
  if (whole.startsWith('/') || whole.includes('://')) setBareUrl(fields, whole)
  else fields['url.original'] = whole
  if (whole.includes('://')) fields['url.full'] = whole
}

function addresses(fields: Fields, value: Scalar): void {
  const found = String(value)
    .split(',', 50)
    .map((one) => one.trim())
    .filter(isIp)
  if (found.length > 0) fields['dns.resolved_ip'] = found
}

/** `ssh(10.0.0.8)`, `GUI(10.0.0.8)`, `10.0.0.8`, `jsconsole`. */
function userInterface(fields: Fields, value: Scalar): void {
  const whole = String(value)
  fields['fortinet.firewall.ui'] = whole
  const open = whole.indexOf('(')
  const place = open >= 0 && whole.endsWith(')') ? whole.slice(open + 1, -1) : whole
  if (isIp(place)) fields['source.ip'] ??= place
}

function file(fields: Fields, value: Scalar): void {
  const name = String(value)
  fields['file.name'] = name
  const dot = name.lastIndexOf('.')
  if (dot > 0 && name.length - dot <= 16) fields['file.extension'] = name.slice(dot + 1)
}

function user(fields: Fields, value: Scalar): void {
  fields['source.user.name'] ??= String(value)
  fields['user.name'] ??= String(value)
}

/** What FortiOS' names are in ECS; FortiProxy writes the same. */
export const FORTIOS_SETTERS: FieldMap = {
  devname: (fields, value) => {
    fields['observer.name'] = String(value)
    fields['observer.hostname'] = String(value)
  },
  devid: text('observer.serial_number'),
  logid: text('event.code'),
  level: lowerText('log.level'),
  logdesc: text('rule.description'),
  msg: text('message'),
  reason: known(text('event.reason')),
  eventid: text('event.id'),
  srcip: address('source'),
  ip: ip('source.ip'),
  userip: ip('source.ip'),
  locip: ip('source.ip'),
  dstip: address('destination'),
  remip: ip('destination.ip'),
  srcport: number('source.port'),
  locport: number('source.port'),
  dstport: number('destination.port'),
  remport: number('destination.port'),
  srcintf: text('observer.ingress.interface.name'),
  interface: text('observer.ingress.interface.name'),
  outintf: text('observer.egress.interface.name'),
  eventsubtype: text('event.reason'),
  dstintf: text('observer.egress.interface.name'),
  srcmac: macAddress('source.mac'),
  mac: macAddress('source.mac'),
  dstmac: macAddress('destination.mac'),
  srcname: text('source.domain'),
  dstname: text('destination.domain'),
  transip: ip('source.nat.ip'),
  transport: number('source.nat.port'),
  tranip: ip('destination.nat.ip'),
  tranport: number('destination.nat.port'),
  sentbyte: number('source.bytes'),
  rcvdbyte: number('destination.bytes'),
  sentpkt: number('source.packets'),
  rcvdpkt: number('destination.packets'),
  proto: protocol,
  service: lowerText('network.protocol'),
  app: text('network.application'),
  duration: (fields, value) => {
    const seconds = Number(value)
    if (seconds >= 0 && seconds < 1e9) fields['event.duration'] = seconds * 1e9
  },
  policyid: text('rule.id'),
  policyname: text('rule.name'),
  policytype: text('rule.ruleset'),
  poluuid: text('rule.uuid'),
  profile: (fields, value) => {
    fields['rule.ruleset'] = String(value)
  },
  applist: text('rule.ruleset'),
  appcat: (fields, value) => {
    fields['rule.category'] ??= String(value).replaceAll('.', '-')
  },
  catdesc: text('rule.category'),
  user: known(user),
  unauthuser: known(user),
  dstuser: known(text('destination.user.name')),
  group: known(text('source.user.group.name')),
  ui: userInterface,
  hostname: (fields, value) => {
    fields['url.domain'] = String(value)
    if (!isIp(String(value))) fields['destination.domain'] ??= String(value)
  },
  url,
  httpmethod: text('http.request.method'),
  reqlength: number('http.request.bytes'),
  resplength: number('http.response.bytes'),
  referralurl: text('http.request.referrer'),
  agent: text('user_agent.original'),
  filename: file,
  filesize: number('file.size'),
  filehash: (fields, value) => {
    if (String(value).length === 64) fields['file.hash.sha256'] = String(value)
  },
  analyticscksum: (fields, value) => {
    if (String(value).length === 64) fields['file.hash.sha256'] = String(value)
  },
  xid: text('dns.id'),
  qname: text('dns.question.name'),
  qtype: text('dns.question.type'),
  qclass: text('dns.question.class'),
  ipaddr: addresses,
  sender: (fields, value) => {
    fields['email.from.address'] = [String(value)]
  },
  recipient: (fields, value) => {
    fields['email.to.address'] = [String(value)]
  },
  subject: text('email.subject'),
  tlsver: (fields, value) => {
    fields['tls.version'] = String(value).replace(/^tls/i, '')
  },
  sni: text('tls.client.server_name'),
  scertissuer: text('tls.server.issuer'),
  certhash: (fields, value) => {
    if (String(value).length === 40) fields['tls.server.hash.sha1'] = String(value)
  },
  scertcname: text('tls.server.x509.subject.common_name'),
  cipher: text('tls.cipher'),
  attack: text('threat.indicator.name'),
  virus: text('threat.indicator.name'),
}
