import type { Fields } from '../../event/event.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { isIp } from '../text/is-ip.ts'
import { isPrivateIp } from '../text/is-private-ip.ts'
import { LOG_FIELDS, LOG_NETWORK } from './log-fields.ts'

/** What Elastic calls the log where it has another name. */
const DATASETS: ReadonlyMap<string, string> = new Map(
  Object.entries({ conn: 'connection', signatures: 'signature' }),
)

/** What holds for all records of a log: names that most logs share, put together once, and what is its own. */
interface Log {
  dataset: string
  network: readonly [protocol: string, transport: string] | undefined
  map: ((fields: Fields) => void) | undefined
  extra: ((fields: Fields) => void) | undefined
  hasClient: boolean
  uid: string
  uids: string
  proto: string
  origHost: string
  origPort: string
  respHost: string
  respPort: string
  localOrig: string
  localResp: string
}

function setEnds(fields: Fields, log: Log): void {
  const from = fields[log.origHost]
  const to = fields[log.respHost]
  if (typeof from === 'string' && from !== '') {
    fields['source.address'] = from
    if (isIp(from)) fields['source.ip'] = from
  }
  if (typeof to === 'string' && to !== '') {
    fields['destination.address'] = to
    if (isIp(to)) fields['destination.ip'] = to
  }
  // ICMP's type and code stand where ports do.
  if (fields[log.proto] === 'icmp') return
  const fromPort = fields[log.origPort]
  const toPort = fields[log.respPort]
  if (typeof fromPort === 'number') fields['source.port'] = fromPort
  if (typeof toPort === 'number') fields['destination.port'] = toPort
}

const local = (value: unknown): boolean => value === true

function setDirection(fields: Fields, log: Log): void {
  const from = fields['source.ip']
  const to = fields['destination.ip']
  const orig = fields[log.localOrig]
  const resp = fields[log.localResp]
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

const sum = (one: unknown, other: unknown): number => Number(one ?? 0) + Number(other ?? 0)

function setConnection(fields: Fields): void {
  const sent = fields['zeek.conn.orig_ip_bytes'] ?? fields['zeek.conn.orig_bytes']
  const got = fields['zeek.conn.resp_ip_bytes'] ?? fields['zeek.conn.resp_bytes']
  if (sent !== undefined) fields['source.bytes'] = sent
  if (got !== undefined) fields['destination.bytes'] = got
  if (sent !== undefined || got !== undefined) fields['network.bytes'] = sum(sent, got)
  const out = fields['zeek.conn.orig_pkts']
  const back = fields['zeek.conn.resp_pkts']
  if (out !== undefined) fields['source.packets'] = out
  if (back !== undefined) fields['destination.packets'] = back
  if (out !== undefined || back !== undefined) fields['network.packets'] = sum(out, back)
  setDuration(fields, fields['zeek.conn.duration'])
}

const DNS_FLAGS = ['AA', 'TC', 'RD', 'RA'].map((flag) => [flag, `zeek.dns.${flag}`] as const)

function setDns(fields: Fields): void {
  const flags: string[] = []
  for (const [flag, name] of DNS_FLAGS) if (fields[name] === true) flags.push(flag)
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

const EXTRA: ReadonlyMap<string, (fields: Fields) => void> = new Map(
  Object.entries({
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
  }),
)

/** Connection logs in which who asks and who answers is known. */
const CLIENT_SERVER: ReadonlySet<string> = new Set(['kerberos', 'ssl'])

/** Bounded, because `_path` of a JSON record may be anything. */
const MAX_LOGS = 1_000
const logs = new Map<string, Log>()

function logOf(path: string): Log {
  const known = logs.get(path)
  if (known) return known
  const prefix = `zeek.${path}.`
  const fields = LOG_FIELDS[path]
  const made: Log = {
    dataset: `zeek.${DATASETS.get(path) ?? path}`,
    network: LOG_NETWORK.get(path),
    map: Object.hasOwn(LOG_FIELDS, path) && fields ? createFieldMapper(`zeek.${path}`, fields) : undefined,
    extra: EXTRA.get(path),
    hasClient: CLIENT_SERVER.has(path),
    uid: `${prefix}uid`,
    uids: `${prefix}uids`,
    proto: `${prefix}proto`,
    origHost: `${prefix}id.orig_h`,
    origPort: `${prefix}id.orig_p`,
    respHost: `${prefix}id.resp_h`,
    respPort: `${prefix}id.resp_p`,
    localOrig: `${prefix}local_orig`,
    localResp: `${prefix}local_resp`,
  }
  if (logs.size < MAX_LOGS) logs.set(path, made)
  return made
}

/** ECS names for a record that stands under `zeek.<path>.*`. */
export function setZeekEcs(fields: Fields, path: string): void {
  const log = logOf(path)
  fields['event.module'] = 'zeek'
  fields['event.dataset'] = log.dataset
  fields['observer.vendor'] = 'Zeek'
  fields['observer.product'] = 'Zeek'
  fields['observer.type'] = 'sensor'
  const uid = fields[log.uid] ?? fields[log.uids]
  const first = Array.isArray(uid) ? uid[0] : uid
  if (typeof first === 'string') fields['event.id'] = first
  setEnds(fields, log)
  const proto = fields[log.proto]
  const service = path === 'conn' ? fields['zeek.conn.service'] : undefined
  if (typeof proto === 'string' && proto !== '') fields['network.transport'] = proto.toLowerCase()
  if (typeof service === 'string' && service !== '') fields['network.protocol'] = service.toLowerCase()
  if (log.network) {
    const [protocol, transport] = log.network
    if (protocol !== '') fields['network.protocol'] ??= protocol
    fields['network.transport'] ??= transport
  }
  log.map?.(fields)
  log.extra?.(fields)
  if (log.hasClient) {
    if (fields['source.address'] !== undefined) fields['client.address'] = fields['source.address']
    if (fields['destination.address'] !== undefined) fields['server.address'] = fields['destination.address']
  }
  const host = fields['source.ip'] ?? fields['host.ip']
  const ip = Array.isArray(host) ? host[0] : host
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  setDirection(fields, log)
}
