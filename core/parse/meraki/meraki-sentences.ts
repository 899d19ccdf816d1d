import type { Fields } from '../../event/event.ts'
import { setMac } from '../network/set-mac.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { isIp } from '../text/is-ip.ts'
import { leadingNumber } from '../text/leading-number.ts'
import { setPeer } from '../text/set-peer.ts'

const text =
  (field: string): PatternSetter<Fields> =>
  (fields, value) => {
    fields[field] = value
  }

const number =
  (field: string): PatternSetter<Fields> =>
  (fields, value) => {
    const parsed = leadingNumber(value)
    if (parsed !== undefined) fields[field] = parsed
  }

const SETTERS: Readonly<Record<string, PatternSetter<Fields>>> = {
  client: (fields, value) => {
    if (isIp(value)) fields['client.ip'] = value
  },
  peer: (fields, value) => {
    const address = value.replace(/'$/, '')
    if (isIp(address)) fields['client.ip'] = address
    setPeer(fields, 'source', address)
  },
  peerport: number('source.port'),
  nat: (fields, value) => {
    if (isIp(value)) fields['source.nat.ip'] = value
  },
  server: (fields, value) => setPeer(fields, 'destination', value),
  serverport: (fields, value) => {
    const port = leadingNumber(value)
    if (port === undefined) return
    fields['destination.port'] = port
    fields['server.port'] = port
  },
  protocol: (fields, value) => {
    fields['network.protocol'] = value.toLowerCase()
  },
  clientmac: (fields, value) => setMac(fields, 'client.mac', value),
  servermac: (fields, value) => setMac(fields, 'server.mac', value),
  user: (fields, value) => {
    const name = value.replace(/^'|'$/g, '')
    if (name === '') return
    fields['user.name'] = name
    if (name.includes('@')) fields['user.email'] = name
  },
  action: text('cisco_meraki.action'),
  old: text('cisco_meraki.old_port_status'),
  new: text('cisco_meraki.new_port_status'),
  port: text('cisco_meraki.port'),
  reason: text('event.reason'),
}

interface Sentence {
  kind: string | undefined
  read: PatternReader<Fields>
}

const sentence = (kind: string | undefined, pattern: string): Sentence => ({
  kind,
  read: compilePattern(pattern, SETTERS),
})

/** Events that are sentences; the first that fits counts. */
const SENTENCES: readonly Sentence[] = [
  sentence('dhcp_offer', 'dhcp lease of ip {client} from {} mac {servermac} for client mac {clientmac} from'),
  sentence('dhcp_offer', 'dhcp lease of ip {client} from server mac {servermac} for client mac {clientmac} '),
  sentence('dhcp_no_offer', 'dhcp no offers for mac {clientmac} host = {}'),
  sentence('dhcp_no_offer', 'dhcp no offers for mac {clientmac}'),
  sentence('dhcp_release', 'dhcp release for mac {clientmac}'),
  sentence('client_vpn_connect', 'client_vpn_connect user id {user} local ip {nat} {action} from {peer}'),
  sentence(
    'client_vpn_disconnect',
    'client_vpn_disconnect user id {user} local ip {nat} {action} from {peer}',
  ),
  sentence(
    'anyconnect_vpn_connect',
    'anyconnect_vpn_connect user id {user} local ip {nat} {action} from {peer}',
  ),
  sentence(
    'anyconnect_vpn_disconnect',
    'anyconnect_vpn_disconnect user id {user} local ip {nat} {action} from {peer}',
  ),
  sentence('port_changed_stp_role', '{} {port} changed STP role from {old} to {new}'),
  sentence('port_status_changed', '{} {port} status changed from {old} to {new}'),
  sentence('carrier_change', 'carrier_change device {port} {new} {}'),
]

/** What stands in `msg='...'` of AnyConnect's events. */
const MESSAGES: readonly Sentence[] = [
  sentence(
    undefined,
    '{} Server IP={server} Server port={serverport} Peer IP={peer} Peer port={peerport} User={user}: {reason}',
  ),
  sentence(
    undefined,
    '{} Server IP={server} Server port={serverport} Peer IP={peer} Peer port={peerport}: {reason}',
  ),
  sentence(
    undefined,
    'Server IP={server} Server port={serverport} Prot\\[{protocol}\\] Peer IP={peer} Peer port={peerport} {reason}',
  ),
  sentence(undefined, '{} Peer IP={peer} User\\[{user}\\]: {reason}'),
  sentence(undefined, '{} Peer IP={peer} {reason}'),
]

/** @returns the kind of event, undefined when the text is none of these */
export function readSentence(fields: Fields, line: string): string | undefined {
  const found = SENTENCES.find(({ read }) => read(fields, line))
  return found?.kind
}

export function readMessage(fields: Fields, line: string): void {
  MESSAGES.some(({ read }) => read(fields, line))
}
