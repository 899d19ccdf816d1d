import type { Fields, Scalar } from '../../event/event.ts'
import { type FieldMap, number, text } from '../fields/field-setters.ts'
import { protocolName } from '../network/protocol-name.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'

const known =
  (set: (fields: Fields, value: Scalar) => void) =>
  (fields: Fields, value: Scalar): void => {
    if (value !== 'N/A' && value !== 'None' && value !== 'UNKNOWN' && value !== '-') set(fields, value)
  }

const ip =
  (field: string) =>
  (fields: Fields, value: Scalar): void => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

export function setProtocol(fields: Fields, value: Scalar): void {
  const code = wholeNumber(String(value))
  if (code === undefined || code > 255) return
  fields['network.iana_number'] = String(code)
  const name = protocolName(code)
  if (name !== undefined) fields['network.transport'] = name
}

function duration(fields: Fields, value: Scalar): void {
  const seconds = wholeNumber(String(value))
  if (seconds !== undefined && seconds < 1e9) fields['event.duration'] = seconds * 1e9
}

/** What Junos calls a session's parts, in ECS. */
export const SRX_SETTERS: FieldMap = {
  'source-address': ip('source.ip'),
  'client-ip': ip('source.ip'),
  'local-address': ip('source.ip'),
  'destination-address': ip('destination.ip'),
  'remote-address': ip('destination.ip'),
  'server-ip': ip('destination.ip'),
  'source-port': number('source.port'),
  'destination-port': number('destination.port'),
  'nat-source-address': ip('source.nat.ip'),
  'nat-source-port': number('source.nat.port'),
  'nat-destination-address': ip('destination.nat.ip'),
  'nat-destination-port': number('destination.nat.port'),
  'protocol-id': setProtocol,
  'protocol-name': text('network.protocol'),
  protocol: text('network.protocol'),
  application: known(text('network.application')),
  'application-name': known(text('network.application')),
  'source-zone-name': text('observer.ingress.zone'),
  'source-zone': text('observer.ingress.zone'),
  'destination-zone-name': text('observer.egress.zone'),
  'destination-zone': text('observer.egress.zone'),
  'packet-incoming-interface': text('observer.ingress.interface.name'),
  'source-interface-name': text('observer.ingress.interface.name'),
  'interface-name': text('observer.ingress.interface.name'),
  'destination-interface-name': text('observer.egress.interface.name'),
  'bytes-from-client': number('source.bytes'),
  'bytes-from-server': number('destination.bytes'),
  'packets-from-client': number('source.packets'),
  'packets-from-server': number('destination.packets'),
  'inbound-bytes': number('source.bytes'),
  'outbound-bytes': number('destination.bytes'),
  'inbound-packets': number('source.packets'),
  'outbound-packets': number('destination.packets'),
  'elapsed-time': duration,
  reason: text('event.reason'),
  // An intrusion rule has a number in a rule base; its policy is the whole.
  'rule-name': text('rule.id'),
  'rulebase-name': text('rule.name'),
  'policy-name': text('rule.name'),
  username: known(text('source.user.name')),
  hostname: text('source.domain'),
  'client-host': text('source.domain'),
  url: text('url.domain'),
  'http-host': text('url.domain'),
  obj: text('url.path'),
  filename: text('file.name'),
  'file-name': text('file.name'),
  'sample-sha256': text('file.hash.sha256'),
  'sender-email': (fields, value) => {
    fields['email.from.address'] = [String(value)]
  },
  message: known(text('message')),
}
