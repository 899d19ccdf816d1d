import type { Fields } from '../../event/event.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { isIp } from '../text/is-ip.ts'
import { isPrivateIp } from '../text/is-private-ip.ts'
import { LOG_FIELDS, LOG_NETWORK } from './log-fields.ts'

const mappers = new Map(
  Object.entries(LOG_FIELDS).map(([path, map]) => [path, createFieldMapper(`zeek.${path}`, map)]),
)

/** What Elastic calls the log where it has another name. */
const DATASETS: Readonly<Record<string, string>> = { conn: 'connection', signatures: 'signature' }

function setEnd(fields: Fields, prefix: string, side: 'source' | 'destination', end: 'orig' | 'resp'): void {
  const address = fields[`${prefix}id.${end}_h`]
  const port = fields[`${prefix}id.${end}_p`]
  if (typeof address === 'string' && address !== '') {
    fields[`${side}.address`] = address
    if (isIp(address)) fields[`${side}.ip`] = address
  }
  // ICMP's type and code stand where ports do.
  if (typeof port === 'number' && fields[`${prefix}proto`] !== 'icmp') fields[`${side}.port`] = port
}

const local = (value: unknown): boolean => value === true

function setDirection(fields: Fields, prefix: string): void {
  const from = fields['source.ip']
  const to = fields['destination.ip']
  const orig = fields[`${prefix}local_orig`]
  const resp = fields[`${prefix}local_resp`]
  let inside: readonly [boolean, boolean]
  if (orig !== undefined && resp !== undefined) inside = [local(orig), local(resp)]
  else if (typeof from === 'string' && typeof to === 'string') inside = [isPrivateIp(from), isPrivateIp(to)]
  else return
  const [source, destination] = inside
  fields['network.direction'] = source
    ? destination
      ? 'internal'
      : 'outbound'
    : destination
      ? 'inbound'
      : 'external'
}

function setDuration(fields: Fields, seconds: unknown): void {
  if (typeof seconds === 'number' && seconds >= 0) fields['event.duration'] = Math.round(seconds * 1e9)
}

function setConnection(fields: Fields): void {
  for (const [side, end] of [
    ['source', 'orig'],
    ['destination', 'resp'],
  ] as const) {
    const bytes = fields[`zeek.conn.${end}_ip_bytes`] ?? fields[`zeek.conn.${end}_bytes`]
    const packets = fields[`zeek.conn.${end}_pkts`]
    if (typeof bytes === 'number') fields[`${side}.bytes`] = bytes
    if (typeof packets === 'number') fields[`${side}.packets`] = packets
  }
  for (const unit of ['bytes', 'packets'] as const) {
    const [sent, got] = [fields[`source.${unit}`], fields[`destination.${unit}`]]
    if (sent !== undefined || got !== undefined)
      fields[`network.${unit}`] = Number(sent ?? 0) + Number(got ?? 0)
  }
  setDuration(fields, fields['zeek.conn.duration'])
}

function setDns(fields: Fields): void {
  const flags = ['AA', 'TC', 'RD', 'RA'].filter((flag) => fields[`zeek.dns.${flag}`] === true)
  if (flags.length > 0) fields['dns.header_flags'] = flags
  const answers = fields['zeek.dns.answers']
  if (Array.isArray(answers)) {
    fields['dns.answers.data'] = answers
    const ips = answers.filter((answer) => typeof answer === 'string' && isIp(answer))
    if (ips.length > 0) fields['dns.resolved_ip'] = ips
  }
  const ttls = fields['zeek.dns.TTLs']
  if (Array.isArray(ttls)) fields['dns.answers.ttl'] = ttls
  fields['dns.type'] = fields['dns.response_code'] === undefined ? 'query' : 'answer'
  setDuration(fields, fields['zeek.dns.rtt'])
}

function setSmtp(fields: Fields): void {
  const to = fields['zeek.smtp.rcptto'] ?? fields['zeek.smtp.to']
  if (Array.isArray(to)) fields['email.to.address'] = to
  const cc = fields['zeek.smtp.cc']
  if (Array.isArray(cc)) fields['email.cc.address'] = cc
}

const EXTRA: Readonly<Record<string, (fields: Fields) => void>> = {
  conn: setConnection,
  dns: setDns,
  smtp: setSmtp,
  http: (fields) => {
    const port = fields['destination.port']
    if (port !== undefined) fields['url.port'] ??= port
  },
  modbus: (fields) => {
    fields['event.outcome'] ??= fields['zeek.modbus.exception'] === undefined ? 'success' : 'failure'
  },
  notice: (fields) => {
    fields['event.type'] ??= ['info']
  },
}

/** Connection logs in which who asks and who answers is known. */
const CLIENT_SERVER: ReadonlySet<string> = new Set(['kerberos', 'ssl'])

/** ECS names for a record that stands under `zeek.<path>.*`. */
export function setZeekEcs(fields: Fields, path: string): void {
  const prefix = `zeek.${path}.`
  fields['event.module'] = 'zeek'
  fields['event.dataset'] = `zeek.${DATASETS[path] ?? path}`
  fields['observer.vendor'] = 'Zeek'
  fields['observer.product'] = 'Zeek'
  fields['observer.type'] = 'sensor'
  const uid = fields[`${prefix}uid`] ?? fields[`${prefix}uids`]
  const first = Array.isArray(uid) ? uid[0] : uid
  if (typeof first === 'string') fields['event.id'] = first
  setEnd(fields, prefix, 'source', 'orig')
  setEnd(fields, prefix, 'destination', 'resp')
  const proto = fields[`${prefix}proto`]
  const service = path === 'conn' ? fields['zeek.conn.service'] : undefined
  if (typeof proto === 'string' && proto !== '') fields['network.transport'] = proto.toLowerCase()
  if (typeof service === 'string' && service !== '') fields['network.protocol'] = service.toLowerCase()
  const known = LOG_NETWORK[path]
  if (known) {
    if (known[0] !== '') fields['network.protocol'] ??= known[0]
    fields['network.transport'] ??= known[1]
  }
  mappers.get(path)?.(fields)
  EXTRA[path]?.(fields)
  if (CLIENT_SERVER.has(path)) {
    if (fields['source.address'] !== undefined) fields['client.address'] = fields['source.address']
    if (fields['destination.address'] !== undefined) fields['server.address'] = fields['destination.address']
  }
  const host = fields['source.ip'] ?? fields['host.ip']
  const ip = Array.isArray(host) ? host[0] : host
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  setDirection(fields, prefix)
}
