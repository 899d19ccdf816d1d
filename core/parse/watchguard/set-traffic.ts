import type { Fields } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { lowerText, number, text } from '../fields/field-setters.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setLoginName } from './set-login-name.ts'

const PREFIX = 'watchguard_firebox.log.'
/** Words before the first `name="value"` in which addresses stand; longer heads are no traffic. */
const MAX_WORDS = 40

const email = (field: string) => (fields: Fields, value: unknown) => {
  const addresses = String(value)
    .split(/[;,]/, 50)
    .map((one) => one.trim().replace(/^<|>$/g, ''))
  fields[field] ??= addresses.filter((one) => one !== '')
}

const SETTERS: FieldMap = {
  src_user: setLoginName,
  authenticated_user: setLoginName,
  user: setLoginName,
  file: text('file.name'),
  filename: text('file.name'),
  file_name: text('file.name'),
  path: text('file.path'),
  arg: text('url.path'),
  md5: text('file.hash.md5'),
  sha1: text('file.hash.sha1'),
  sha256: text('file.hash.sha256'),
  sender: (fields, value) => {
    fields['email.sender.address'] = String(value)
    fields['email.from.address'] = [String(value)]
  },
  recipients: email('email.to.address'),
  host: text('destination.domain'),
  dstname: text('destination.domain'),
  op: text('http.request.method'),
  method: text('http.request.method'),
  response: number('http.response.status_code'),
  signature_id: text('rule.id'),
  signature_cat: text('rule.category'),
  severity: number('event.severity'),
  app_name: lowerText('network.application'),
  // As the box sees the client: what it received is what the client sent.
  rcvd_bytes: number('source.bytes'),
  sent_bytes: number('destination.bytes'),
  question: text('dns.question.name'),
  query_type: text('dns.question.type'),
  Protocol: lowerText('network.protocol'),
  sni: text('tls.client.server_name'),
  reason: text('event.reason'),
  action: lowerText('event.action'),
  service: text('service.name'),
}

const COUNTRY = /^[A-Z]{3}$/

/** Where two addresses stand side by side: from and to. */
function addressesAt(words: readonly string[]): number {
  for (let i = 3; i + 1 < words.length; i++) {
    if (isIp(words[i] ?? '') && isIp(words[i + 1] ?? '')) return i
  }
  return -1
}

/**
 * `Deny 1-Trusted 0-External [length] tcp [header ttl] 10.0.0.7 203.0.113.9 51000 80 name="value".. (policy)`.
 * @returns the proxy's own message, undefined when the text is something else
 */
export function setTraffic(fields: Fields, body: string): string | undefined {
  const words = body.split(' ', MAX_WORDS)
  const at = addressesAt(words)
  if (at < 0) return undefined
  const isPacket = wholeNumber(words[at - 1] ?? '') !== undefined
  const protocol = words[isPacket ? at - 3 : at - 1] ?? ''
  fields['source.ip'] = words[at] ?? ''
  fields['destination.ip'] = words[at + 1] ?? ''
  if (protocol !== '' && protocol.length < 12) fields['network.transport'] = protocol.toLowerCase()
  if (protocol !== 'icmp') {
    const [from, to] = [wholeNumber(words[at + 2] ?? ''), wholeNumber(words[at + 3] ?? '')]
    if (from !== undefined) fields['source.port'] = from
    if (to !== undefined) fields['destination.port'] = to
  }
  fields['observer.ingress.interface.name'] = words[1] ?? ''
  fields['observer.egress.interface.name'] = words[2] ?? ''
  const pairs = readPairs(body)
  for (const [name, value] of pairs) {
    const set = SETTERS[name]
    if (set !== undefined) set(fields, value)
    else if (value !== '') fields[PREFIX + name] = value
  }
  const { 'source.bytes': sent, 'destination.bytes': received } = fields
  if (typeof sent === 'number' && typeof received === 'number') fields['network.bytes'] = sent + received
  for (const side of ['src', 'dst'] as const) {
    const country = pairs.get(`geo_${side}`) ?? ''
    if (COUNTRY.test(country)) fields[`${PREFIX}geo_${side}`] = country
  }
  setRules(fields, body, pairs)
  return pairs.get('msg') ?? ''
}

function setRules(fields: Fields, body: string, pairs: ReadonlyMap<string, string>): void {
  const names = [policyOf(body), pairs.get('rule_name'), pairs.get('dlp_rule')]
  const rules = names.filter((name) => name !== undefined && name !== '') as string[]
  if (rules.length > 0) fields['rule.name'] = rules
}

/** The policy's name stands last, in parentheses. */
export function policyOf(body: string): string | undefined {
  if (!body.endsWith(')')) return undefined
  const open = body.lastIndexOf('(')
  return open > 0 && body.charCodeAt(open - 1) === 0x20 ? body.slice(open + 1, -1) : undefined
}
