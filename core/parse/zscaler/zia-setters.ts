import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, lowerText, number, text } from '../fields/field-setters.ts'
import { isIp } from '../text/is-ip.ts'

/** `None`, `NA`, `Unknown`: the feed has a word where there is nothing to say. */
const NOTHING = new Set(['None', 'NA', 'N/A', 'Unknown', 'NONE', ''])
const known =
  (set: (fields: Fields, value: Scalar) => void) =>
  (fields: Fields, value: Scalar): void => {
    if (!NOTHING.has(String(value))) set(fields, value)
  }

/** Feeds may percent-encode what people wrote. */
export function decoded(value: string): string {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

function person(fields: Fields, value: Scalar): void {
  const whole = decoded(String(value))
  const at = whole.lastIndexOf('@')
  if (at <= 0) {
    if (!isIp(whole)) fields['user.name'] ??= whole
    return
  }
  fields['user.email'] ??= whole
  fields['user.name'] ??= whole.slice(0, at)
  fields['user.domain'] ??= whole.slice(at + 1)
}

export const append =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    const before = fields[field]
    const list = Array.isArray(before) ? before : before === undefined ? [] : [String(before)]
    const word = decoded(String(value))
    if (!list.includes(word) && list.length < 20) fields[field] = [...list, word]
  }

const nanoseconds =
  (unit: number) =>
  (fields: Fields, value: Scalar): void => {
    const length = Number(value)
    if (length >= 0 && length < 1e12) fields['event.duration'] = length * unit
  }

const hash =
  (kind: string) =>
  (fields: Fields, value: Scalar): void => {
    if (/^[0-9a-fA-F]{32,64}$/.test(String(value))) fields[`file.hash.${kind}`] = String(value)
  }

const statusCode = (fields: Fields, value: Scalar): void => {
  const code = Number(value)
  if (code >= 100 && code <= 999) fields['http.response.status_code'] = code
}

/** What the feeds of Zscaler Internet Access call things, in ECS: web, firewall, DNS, tunnel, audit, endpoint DLP. */
export const ZIA_SETTERS: FieldMap = {
  recordid: text('event.id'),
  event_id: text('event.id'),
  action: known(lowerText('event.action')),
  actiontaken: known(lowerText('event.action')),
  reason: known(text('event.reason')),
  result: (fields, value) => {
    fields['event.outcome'] = String(value).toLowerCase() === 'success' ? 'success' : 'failure'
  },
  errorcode: known(text('error.code')),
  eventreason: known(text('error.code')),
  error: known(text('dns.response_code')),
  cloudname: text('cloud.provider'),
  login: known(person),
  user: known(person),
  adminid: known(person),
  username: known(person),
  devicehostname: known(lowerText('host.name')),
  devicename: known((fields, value) => {
    fields['host.hostname'] = decoded(String(value))
  }),
  deviceostype: known(text('host.os.name')),
  deviceosversion: known(text('host.os.version')),
  cltip: ip('source.ip'),
  ClientIP: ip('source.ip'),
  clientip: ip('source.ip'),
  csip: ip('source.ip'),
  clt_sip: ip('source.ip'),
  sourceip: ip('source.ip'),
  cltintip: ip('source.nat.ip'),
  tsip: (fields, value) => {
    if (value !== '0.0.0.0') ip('source.nat.ip')(fields, value)
  },
  cltsourceport: number('source.port'),
  csport: number('source.port'),
  sourceport: number('source.port'),
  serverip: ip('destination.ip'),
  sdip: ip('destination.ip'),
  cdip: ip('destination.ip'),
  srv_dip: ip('destination.ip'),
  destinationip: ip('destination.ip'),
  sdport: number('destination.port'),
  cdport: number('destination.port'),
  srv_dport: number('destination.port'),
  destinationport: number('destination.port'),
  host: known(text('destination.domain')),
  hostname: known(text('destination.domain')),
  cltdomain: known(text('destination.domain')),
  // What went in is what the client got.
  inbytes: number('destination.bytes'),
  outbytes: number('source.bytes'),
  txbytes: number('source.bytes'),
  rxbytes: number('destination.bytes'),
  requestsize: number('http.request.bytes'),
  reqsize: number('http.request.bytes'),
  responsesize: number('http.response.bytes'),
  respsize: number('http.response.bytes'),
  reqmethod: known(text('http.request.method')),
  requestmethod: known(text('http.request.method')),
  status: statusCode,
  respcode: statusCode,
  refererURL: known(text('http.request.referrer')),
  reqversion: append('http.version'),
  respversion: append('http.version'),
  useragent: known(text('user_agent.original')),
  ua: known(text('user_agent.original')),
  contenttype: known(text('http.response.mime_type')),
  proto: (fields, value) => {
    const word = String(value).toLowerCase()
    const transport = ['tcp', 'udp', 'icmp', 'gre', 'esp'].includes(word)
    fields[transport ? 'network.transport' : 'network.protocol'] = word
  },
  nwsvc: known(lowerText('network.protocol')),
  nwapp: known(lowerText('network.application')),
  dnsapp: known(lowerText('network.application')),
  appname: known(text('network.application')),
  dns_req: known(text('dns.question.name')),
  dns_reqtype: known(text('dns.question.type')),
  dns_resp: (fields, value) => {
    const word = String(value)
    if (isIp(word)) fields['dns.resolved_ip'] = [word]
    else if (/^[A-Za-z]+$/.test(word)) fields['dns.response_code'] = word
    if (isIp(word) || word.includes('.')) fields['dns.answers.data'] = [word]
  },
  durationms: nanoseconds(1e6),
  filename: known(append('file.name')),
  upload_filename: known(append('file.name')),
  filesubtype: known(append('file.extension')),
  upload_filesubtype: known(append('file.extension')),
  filedstpath: known(text('file.path')),
  bamd5: hash('md5'),
  filemd5: hash('md5'),
  sha256: hash('sha256'),
  filesha: hash('sha256'),
  cltsslcipher: known(text('tls.cipher')),
  apprulelabel: known(append('rule.name')),
  dlprulename: known(append('rule.name')),
  rulelabel: known(append('rule.name')),
  urlfilterrulelabel: known(append('rule.name')),
  ipsrulelabel: known(append('rule.name')),
  dnatrulelabel: known(append('rule.name')),
  rule: known(append('rule.name')),
  reqrulelabel: known(append('rule.name')),
  resrulelabel: known(append('rule.name')),
  rulename: known(append('rule.name')),
  triggeredrulelabel: known(append('rule.name')),
  otherrulelabels: known(append('rule.name')),
  threatname: known(text('threat.indicator.name')),
}
