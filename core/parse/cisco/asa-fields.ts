import type { Fields } from '../../event/event.ts'
import { setTransport } from '../network/set-transport.ts'
import type { PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { leadingNumber } from '../text/leading-number.ts'
import { setPeer } from '../text/set-peer.ts'
import { setUrl } from '../web/set-url.ts'
import { readDuration } from './read-duration.ts'
import { setAccount } from './set-account.ts'
import { setAclEndpoint, setEndpoint } from './set-endpoint.ts'

/** A message being read. */
export interface AsaEvent {
  fields: Fields
  /** What `event.type` says beside allowed or denied. */
  base: string
}

type Setter = PatternSetter<AsaEvent>

const text =
  (field: string): Setter =>
  ({ fields }, value) => {
    fields[field] = value
  }

const lower =
  (field: string): Setter =>
  ({ fields }, value) => {
    fields[field] = value.toLowerCase()
  }

const number =
  (field: string): Setter =>
  ({ fields }, value) => {
    const parsed = leadingNumber(value)
    if (parsed !== undefined) fields[field] = parsed
  }

const account =
  (prefix: string): Setter =>
  ({ fields }, value) =>
    setAccount(fields, prefix, value)

const withoutDot = (value: string): string => (value.endsWith('.') ? value.slice(0, -1) : value)

/** `192.0.2.1:500`, the port after the last colon. */
const ikePeer =
  (side: 'source' | 'destination'): Setter =>
  ({ fields }, value) => {
    const colon = value.lastIndexOf(':')
    const address = value.slice(0, colon).replace(/^\[|\]$/g, '')
    setPeer(fields, side, address, wholeNumber(value.slice(colon + 1)))
  }

/** For outbound connections the foreign end comes first, and it is the destination. */
const flowEnd =
  (inbound: 'source' | 'destination', outbound: 'source' | 'destination'): Setter =>
  ({ fields }, value) =>
    setEndpoint(fields, fields['network.direction'] === 'outbound' ? outbound : inbound, value)

const transport: Setter = ({ fields }, value) => {
  if (value.length > 24) return
  // `protocol 47` names a number, `TCP state-bypass` a kind of tracking.
  if (value.startsWith('protocol ')) {
    const id = wholeNumber(value.slice(9))
    if (id !== undefined && id < 256) fields['network.iana_number'] = String(id)
  } else setTransport(fields, value.split(' ', 1)[0] ?? '')
}

const verdict: Setter = ({ fields, base }, value) => {
  const word = value.toLowerCase()
  const allowed = word !== 'denied' && word !== 'deny' && word !== 'dropped'
  fields['event.type'] = [base, allowed ? 'allowed' : 'denied']
  if (!allowed && base === 'info') fields['event.outcome'] = 'failure'
}

/** `TCP FINs from outside (anna)`, `TCP Reset-I`, `(anna)`: why a connection ended and who ended it. */
const teardown: Setter = ({ fields }, value) => {
  const open = value.lastIndexOf('(')
  let reason = value
  if (open >= 0 && value.endsWith(')')) {
    fields['cisco.asa.termination_user'] = value.slice(open + 1, -1)
    reason = value.slice(0, open).trim()
  }
  const from = reason.lastIndexOf(' from ')
  if (from > 0 && reason.indexOf(' ', from + 6) < 0) {
    fields['cisco.asa.termination_initiator'] = reason.slice(from + 6)
    reason = reason.slice(0, from)
  }
  if (reason !== '') fields['event.reason'] = reason
}

/** `anna@192.0.2.1`, `192.0.2.1`. */
const webServer: Setter = ({ fields }, value) => {
  setEndpoint(fields, 'destination', value.slice(value.lastIndexOf('@') + 1))
}

const url: Setter = ({ fields }, value) => {
  const bare = value.startsWith('"') ? value.slice(1, value.indexOf('"', 1)) : value
  if (bare !== '') setUrl(fields, bare)
}

/** The entry of a block list that an address was found under: a name, or a network. */
const listed =
  (side: 'source' | 'destination'): Setter =>
  ({ fields }, value) => {
    if (value.includes('/')) return
    fields[`${side}.domain`] = value
    if (side === 'destination') fields['server.domain'] = value
  }

/** What the names in `asa-*-messages.ts` stand for. */
export const ASA_FIELDS = {
  src: ({ fields }, value) => setEndpoint(fields, 'source', value),
  dst: ({ fields }, value) => setEndpoint(fields, 'destination', value),
  aclsrc: ({ fields }, value) => setAclEndpoint(fields, 'source', value),
  acldst: ({ fields }, value) => setAclEndpoint(fields, 'destination', value),
  foreign: flowEnd('source', 'destination'),
  local: flowEnd('destination', 'source'),
  ikesrc: ikePeer('source'),
  ikedst: ikePeer('destination'),
  webserver: webServer,
  gaddr: ({ fields }, value) => {
    const address = value.split('/', 1)[0] ?? ''
    fields['source.nat.ip'] = address
  },
  laddr: ({ fields }, value) => {
    setEndpoint(fields, 'source', value)
    // The user of an ICMP session stands behind its address: `10.0.0.7/0 (anna)`.
    const user = fields['cisco.asa.source_name']
    if (typeof user === 'string') setAccount(fields, 'source.user', user)
    // Port 0 stands for none, and an address that was kept is no translation.
    delete fields['source.port']
    if (fields['source.nat.ip'] === fields['source.ip']) delete fields['source.nat.ip']
  },
  faddr: ({ fields }, value) => {
    setEndpoint(fields, 'destination', value)
    delete fields['destination.port']
  },
  in: text('observer.ingress.interface.name'),
  out: text('observer.egress.interface.name'),
  srcport: number('source.port'),
  srcmac: text('source.mac'),
  dstmac: text('destination.mac'),
  direction: lower('network.direction'),
  transport,
  protocol: lower('network.protocol'),
  application: lower('network.application'),
  verdict,
  acl: ({ fields }, value) => {
    fields['rule.name'] = value
  },
  connection: text('cisco.asa.connection_id'),
  icmptype: number('cisco.asa.icmp_type'),
  icmpcode: number('cisco.asa.icmp_code'),
  duration: ({ fields }, value) => {
    const nanos = readDuration(value.split(' ', 1)[0] ?? '')
    if (nanos !== undefined) fields['event.duration'] = nanos
  },
  session: ({ fields }, value) => {
    const nanos = readDuration(value)
    if (nanos !== undefined) fields['event.duration'] = nanos
  },
  bytes: number('network.bytes'),
  srcbytes: number('source.bytes'),
  dstbytes: number('destination.bytes'),
  teardown,
  reason: text('event.reason'),
  cause: ({ fields }, value) => {
    fields['event.reason'] = withoutDot(value)
  },
  user: account('user'),
  vpnuser: account('source.user'),
  dstuser: account('destination.user'),
  adminuser: account('server.user'),
  clientuser: account('client.user'),
  saowner: ({ fields }, value) => setAccount(fields, 'user', value.replace(/^user\s*=\s*/, '')),
  group: ({ fields }, value) => {
    fields['cisco.asa.group_policy'] = value.replace(/^<|>$/g, '')
  },
  command: ({ fields }, value) => {
    fields['process.command_line'] = withoutDot(value).replace(/^'|'$/g, '')
  },
  interpreter: text('process.name'),
  file: text('file.path'),
  mail: ({ fields }, value) => {
    if (value.includes('@')) fields['user.email'] = value
    setAccount(fields, 'user', value)
  },
  url,
  filter: (event, value) => {
    const word = value.split(' ', 1)[0] ?? ''
    if (word !== 'monitored') verdict(event, word)
  },
  srclisted: listed('source'),
  dstlisted: listed('destination'),
  list: text('cisco.asa.rule_name'),
  level: text('cisco.asa.threat_level'),
  category: text('cisco.asa.threat_category'),
  spi: text('cisco.asa.spi'),
  tunnel: text('cisco.asa.tunnel_type'),
  tunnelgroup: text('cisco.asa.tunnel_group'),
  sessiontype: ({ fields }, value) => {
    fields['cisco.asa.session_type'] = withoutDot(value)
  },
  sessionid: text('cisco.asa.session_id'),
  channel: text('cisco.asa.connection_type'),
  aaa: text('cisco.asa.aaa_type'),
  rejection: text('cisco.asa.rejection_reason'),
  policy: ({ fields }, value) => {
    fields['cisco.asa.policy'] = withoutDot(value)
  },
  device: text('cisco.asa.device_type'),
  records: ({ fields }, value) => {
    fields['cisco.asa.dap_records'] = value.split(', ', 50)
  },
  peertype: lower('cisco.asa.peer_type'),
  trustpoint: text('cisco.asa.trustpoint'),
  tls: ({ fields }, value) => {
    const version = value.indexOf('v')
    if (version > 0) fields['tls.version'] = value.slice(version + 1)
  },
  assigned: text('cisco.asa.assigned_ip'),
  // `IPv4 Address <10.0.0.7> IPv6 address <::> assigned to session`
  assignment: ({ fields }, value) => {
    fields['event.reason'] = value
    const open = value.indexOf('<')
    const close = value.indexOf('>', open)
    if (open > 0 && close > open + 1) fields['cisco.asa.assigned_ip'] = value.slice(open + 1, close)
  },
  agent: text('user_agent.original'),
  pool: text('cisco.asa.pool_name'),
  pooladdress: ({ fields }, value) => {
    fields['cisco.asa.pool_address'] = withoutDot(value)
  },
  object: text('cisco.asa.burst.object'),
  rateid: text('cisco.asa.burst.id'),
  burst: text('cisco.asa.burst.current_rate'),
  burstmax: text('cisco.asa.burst.configured_rate'),
  average: text('cisco.asa.burst.avg_rate'),
  averagemax: text('cisco.asa.burst.configured_avg_rate'),
  total: text('cisco.asa.burst.cumulative_count'),
  inuse: number('cisco.asa.connections_in_use'),
  mostused: number('cisco.asa.connections_most_used'),
  oldlevel: text('cisco.asa.privilege.old'),
  newlevel: text('cisco.asa.privilege.new'),
  msgid: text('event.id'),
  flags: text('cisco.asa.tcp_flags'),
  cookies: text('cisco.asa.message'),
} satisfies Readonly<Record<string, Setter>>
