import type { Fields, FieldValue } from '../../event/event.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { printScalar } from '../json/print-scalar.ts'
import { formatMac } from '../text/format-mac.ts'
import { isIp } from '../text/is-ip.ts'
import { setDirection } from '../text/set-direction.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { EVE_FIELDS } from './eve-fields.ts'

const PREFIX = 'suricata.eve.'
const setEveFields = createFieldMapper('suricata.eve', EVE_FIELDS)

const textAt = (fields: Fields, name: string): string | undefined => {
  const value = fields[PREFIX + name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
const numberAt = (fields: Fields, name: string): number | undefined => {
  const value = fields[PREFIX + name]
  return typeof value === 'number' ? value : undefined
}
const listOf = (value: FieldValue | undefined): readonly (string | number | boolean)[] =>
  value === undefined ? [] : typeof value === 'object' ? value : [value]

/** Event types that are not named after a protocol. */
const NO_PROTOCOL: ReadonlySet<string> = new Set([
  ...['alert', 'anomaly', 'fileinfo', 'flow', 'netflow', 'stats', 'drop', 'packetinfo', 'metadata', 'frame'],
  ...['engine', 'files'],
])
const UNKNOWN: ReadonlySet<string> = new Set(['failed', 'unknown'])

function setNetwork(fields: Fields, kind: string): void {
  const proto = textAt(fields, 'proto')?.toLowerCase()
  if (proto !== undefined) fields['network.transport'] = proto
  const application = textAt(fields, 'app_proto') ?? textAt(fields, 'anomaly.app_proto')
  if (application !== undefined && !UNKNOWN.has(application)) fields['network.protocol'] = application
  else if (!NO_PROTOCOL.has(kind) && kind !== '') fields['network.protocol'] = kind.replace(/_.*$/, '')
  for (const [side, name] of [
    ['source', 'src'],
    ['destination', 'dest'],
  ] as const) {
    const address = textAt(fields, `${name}_ip`)
    if (address !== undefined) setHostPeer(fields, side, address)
    const port = numberAt(fields, `${name}_port`)
    if (port !== undefined && proto !== 'icmp' && proto !== 'ipv6-icmp') fields[`${side}.port`] = port
  }
  for (const [side, name] of [
    ['source', 'ether.src_mac'],
    ['destination', 'ether.dest_mac'],
  ] as const) {
    const mac = formatMac(textAt(fields, name) ?? '')
    if (mac !== undefined) fields[`${side}.mac`] = mac
  }
  setDirection(fields)
}

function setFlow(fields: Fields): void {
  for (const [unit, counted] of [
    ['bytes', 'bytes'],
    ['packets', 'pkts'],
  ] as const) {
    const sent = numberAt(fields, `flow.${counted}_toserver`)
    const got = numberAt(fields, `flow.${counted}_toclient`)
    if (sent !== undefined) fields[`source.${unit}`] = sent
    if (got !== undefined) fields[`destination.${unit}`] = got
    const one = numberAt(fields, `netflow.${counted}`)
    if (sent !== undefined || got !== undefined) fields[`network.${unit}`] = (sent ?? 0) + (got ?? 0)
    else if (one !== undefined) fields[`network.${unit}`] = one
  }
  const age = numberAt(fields, 'flow.age') ?? numberAt(fields, 'netflow.age')
  if (age !== undefined) fields['event.duration'] = age * 1e9
}

const DNS_FLAGS = ['aa', 'tc', 'rd', 'ra'] as const

function setDns(fields: Fields): void {
  const type = textAt(fields, 'dns.type')
  const nested = fields['suricata.eve.dns.answer.id'] ?? fields['suricata.eve.dns.answer.rcode']
  if (type !== undefined) fields['dns.type'] = type === 'query' || type === 'request' ? 'query' : 'answer'
  else if (nested !== undefined) fields['dns.type'] = 'answer'
  else if (fields['suricata.eve.dns.query.rrname'] !== undefined) fields['dns.type'] = 'query'
  const flags = DNS_FLAGS.filter(
    (flag) => fields[`${PREFIX}dns.${flag}`] === true || fields[`${PREFIX}dns.answer.${flag}`] === true,
  )
  if (flags.length > 0) fields['dns.header_flags'] = flags.map((flag) => flag.toUpperCase())
  const data =
    fields['suricata.eve.dns.answers.rdata'] ??
    fields['suricata.eve.dns.answer.answers.rdata'] ??
    fields['suricata.eve.dns.rdata']
  if (data === undefined) return
  fields['dns.answers.data'] = listOf(data)
  const ips = listOf(data).filter((one): one is string => typeof one === 'string' && isIp(one))
  if (ips.length > 0) fields['dns.resolved_ip'] = ips
}

/** Rule writers say in the rule's metadata which technique it is about: `T1071` or `T1071_004`. */
function setAttack(fields: Fields): void {
  for (const kind of ['tactic', 'technique'] as const) {
    const ids = listOf(fields[`${PREFIX}alert.metadata.mitre_${kind}_id`]).map((id) =>
      printScalar(id).replace('_', '.'),
    )
    const names = listOf(fields[`${PREFIX}alert.metadata.mitre_${kind}_name`]).map((name) =>
      printScalar(name).replaceAll('_', ' '),
    )
    if (ids.length > 0) {
      const whole = ids.filter((id) => !id.includes('.'))
      const parts = ids.filter((id) => id.includes('.'))
      const top = whole.length > 0 ? whole : parts.map((id) => id.slice(0, id.indexOf('.')))
      fields[`threat.${kind}.id`] = [...new Set(top)]
      if (parts.length > 0) fields['threat.technique.subtechnique.id'] = parts
    }
    if (names.length > 0) fields[`threat.${kind}.name`] = names
  }
  if (fields['threat.technique.id'] !== undefined || fields['threat.tactic.id'] !== undefined)
    fields['threat.framework'] = 'MITRE ATT&CK'
}

function setAlert(fields: Fields): void {
  const action = textAt(fields, 'alert.action')
  fields['event.type'] = [action === 'blocked' || action === 'drop' ? 'denied' : 'allowed']
  setAttack(fields)
}

/** ECS names for a record that stands under `suricata.eve.*`. */
export function setEveEcs(fields: Fields): void {
  const kind = textAt(fields, 'event_type') ?? (fields['suricata.eve.alert.signature_id'] ? 'alert' : '')
  fields['suricata.eve.event_type'] = kind
  fields['event.module'] = 'suricata'
  fields['event.dataset'] = 'suricata.eve'
  fields['observer.vendor'] = 'OISF'
  fields['observer.product'] = 'Suricata'
  fields['observer.type'] = 'ids'
  setNetwork(fields, kind)
  setEveFields(fields)
  setFlow(fields)
  setDns(fields)
  if (kind === 'alert') setAlert(fields)
  const status = fields['http.response.status_code']
  if (kind === 'http' && typeof status === 'number')
    fields['event.outcome'] = status < 400 ? 'success' : 'failure'
  const to = listOf(fields['suricata.eve.email.to'] ?? fields['suricata.eve.smtp.rcpt_to'])
  if (to.length > 0) fields['email.to.address'] = to
}
