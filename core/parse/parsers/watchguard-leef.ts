import { createFields } from '../create-fields.ts'
import { lowerText, number, text as word } from '../fields/field-setters.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { readAttributes } from '../leef/read-leef.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { classifyTraffic } from '../watchguard/classify-traffic.ts'
import { setEventText } from '../watchguard/set-event-text.ts'
import { setLoginName } from '../watchguard/set-login-name.ts'
import { typeOfSentence } from '../watchguard/type-of-sentence.ts'

const HEAD = /^(?:LEEF:)?[\d.]{1,4}\|WatchGuard\|([^|]{1,64})\|([^|]{0,64})\|([^|]{1,32})\|/

const address =
  (side: 'source' | 'destination' | 'source.nat' | 'destination.nat') =>
  (fields: Parsed['fields'], value: unknown): void => {
    if (isIp(String(value))) fields[`${side}.ip`] = String(value)
  }

const SETTERS = {
  serial: word('observer.serial_number'),
  sys_name: word('observer.hostname'),
  host_name: word('observer.hostname'),
  policy: word('rule.ruleset'),
  proxy_act: word('rule.category'),
  rule_name: word('rule.name'),
  disp: word('event.action'),
  in_if: word('observer.ingress.interface.name'),
  out_if: word('observer.egress.interface.name'),
  src: address('source'),
  dst: address('destination'),
  srcPort: number('source.port'),
  dstPort: number('destination.port'),
  proto: lowerText('network.transport'),
  src_user: setLoginName,
  usrName: setLoginName,
  user: setLoginName,
  dstname: word('destination.domain'),
  arg: word('url.path'),
  op: word('http.request.method'),
  sent_bytes: number('destination.bytes'),
  rcvd_bytes: number('source.bytes'),
  app_name: lowerText('network.application'),
  app: word('network.application'),
  srcPostNAT: address('source.nat'),
  dstPostNAT: address('destination.nat'),
  content_type: word('http.response.mime_type'),
  md5: word('file.hash.md5'),
  msg: word('message'),
}

function parse({ text }: Line): Parsed | undefined {
  const head = HEAD.exec(text.slice(0, 256))
  if (!head) return undefined
  const [start, product = '', version = '', id = ''] = head
  const rest = text.slice(start.length)
  // Relays write tabs as octal numbers.
  const attributes = readAttributes(rest, rest.includes('#011') ? '#011' : '\t')
  const fields = createFields()
  const area = id.slice(0, 4).toUpperCase()
  fields['event.module'] = 'watchguard_firebox'
  fields['event.dataset'] = 'watchguard_firebox.log'
  fields['event.code'] = id
  fields['observer.vendor'] = 'WatchGuard'
  fields['observer.product'] = product
  fields['observer.type'] = 'firewall'
  fields['observer.version'] = version
  fields['watchguard_firebox.log.area'] = area
  setPairs(fields, 'watchguard_firebox.log', attributes, SETTERS)
  const message = attributes.get('msg') ?? ''
  const disposition = attributes.get('disp') ?? ''
  if (message !== '') fields['event.reason'] = message
  if (disposition !== '') {
    const denied = disposition === 'Deny'
    const { category, type } = classifyTraffic(area, message.toLowerCase(), denied)
    fields['event.category'] = category
    fields['event.type'] = type
    fields['event.outcome'] = denied ? 'failure' : 'success'
    const { 'destination.domain': site } = fields
    if (site !== undefined) fields['url.domain'] = site
  } else {
    setEventText(fields, area, message)
    fields['event.reason'] = message
    const type = typeOfSentence(area, message)
    if (type !== undefined) fields['event.type'] = type
  }
  fillAddresses(fields)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'watchguard-leef',
  reads: 'WatchGuard Firebox as LEEF, by the rules of its syslog format',
  version: 1,
  clues: [
    { prefix: 'LEEF:1.0|WatchGuard|' },
    { prefix: 'LEEF:2.0|WatchGuard|' },
    { prefix: '1.0|WatchGuard|' },
  ],
  rank: 2,
  parse,
  samples: [
    'LEEF:1.0|WatchGuard|XTM|12.9.1.B701442|30000148|serial=FB0123456789A\tpolicy=out-00\tdisp=Allow\tin_if=LAN\tout_if=WAN\tsrc=10.0.0.7\tsrcPort=51000\tdst=203.0.113.9\tdstPort=443\tip_len=58\tproto=tcp',
    'LEEF:1.0|WatchGuard|XTM|12.9.1.B701442|11000005|host_name=fb01\tserial=FB0123456789A\tmsg=Authentication of SSLVPN user [anna@radius] from 203.0.113.9 was rejected, Recv timeout',
  ],
}
