import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, number, text } from '../fields/field-setters.ts'
import { macAddress } from '../network/mac-address.ts'
import { isIp } from '../text/is-ip.ts'
import { setBareUrl } from '../web/set-bare-url.ts'

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

const LEVELS = new Map([
  ['debug', 7],
  ['info', 6],
  ['notice', 5],
  ['warn', 4],
  ['warning', 4],
  ['error', 3],
  ['err', 3],
  ['crit', 2],
  ['alert', 1],
])

function severity(fields: Fields, value: Scalar): void {
  const word = String(value).toLowerCase()
  const level = LEVELS.get(word)
  fields['log.level'] = word
  if (level !== undefined) fields['event.severity'] = level
}

function url(fields: Fields, value: Scalar): void {
  const whole = String(value)
  setBareUrl(fields, whole)
}

/** Modules of Sophos UTM write `name="value"` in the same words. */
export const UTM_SETTERS: FieldMap = {
  id: text('event.id'),
  severity,
  sub: text('event.provider'),
  action: text('event.action'),
  fwrule: text('rule.id'),
  initf: text('observer.ingress.interface.name'),
  outitf: text('observer.egress.interface.name'),
  srcmac: macAddress('source.mac'),
  dstmac: macAddress('destination.mac'),
  srcip: ip('source.ip'),
  dstip: ip('destination.ip'),
  localip: ip('source.nat.ip'),
  srcport: number('source.port'),
  dstport: number('destination.port'),
  proto: text('network.iana_number'),
  user: text('user.name'),
  group: text('group.name'),
  method: text('http.request.method'),
  statuscode: number('http.response.status_code'),
  size: number('http.request.bytes'),
  request: text('http.request.id'),
  url,
  query: text('url.query'),
  server: text('destination.domain'),
  port: number('destination.port'),
  referer: text('http.request.referrer'),
  ua: text('user_agent.original'),
  application: text('network.application'),
  caller: text('network.application'),
  'content-type': text('http.response.mime_type'),
  file: text('file.name'),
  message: text('message'),
  reason: text('event.reason'),
  error: text('error.message'),
  from: (fields, value) => {
    fields['email.from.address'] = [String(value)]
  },
  to: (fields, value) => {
    fields['email.to.address'] = [String(value)]
  },
  subject: text('email.subject'),
  virus: text('threat.indicator.name'),
}
