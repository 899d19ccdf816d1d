import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { wholeNumber } from '../text/digits.ts'
import { setDirection } from '../text/set-direction.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { transportName } from '../text/transport.ts'

/** Numbers of the names that Snort writes. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    icmp: '1',
    igmp: '2',
    tcp: '6',
    udp: '17',
    'ipv6-icmp': '58',
  }),
)

export function startSnortEvent(): Fields {
  const fields = createFields()
  fields['event.module'] = 'snort'
  fields['event.dataset'] = 'snort.log'
  fields['observer.vendor'] = 'snort'
  fields['observer.product'] = 'ids'
  fields['observer.type'] = 'ids'
  return fields
}

export interface SnortRule {
  generator: string
  id: string
  revision: string
  message: string
}

export function setSnortRule(fields: Fields, rule: SnortRule): void {
  const generator = wholeNumber(rule.generator)
  if (generator !== undefined) fields['snort.gid'] = generator
  if (rule.id !== '') fields['rule.id'] = rule.id
  if (rule.revision !== '') fields['rule.version'] = rule.revision
  if (rule.message === '') return
  fields['rule.description'] = rule.message
  fields['rule.name'] = rule.message
  fields.message = rule.message
}

export function setSnortProtocol(fields: Fields, protocol: string): void {
  if (protocol === '') return
  const name = transportName(protocol) ?? protocol.toLowerCase()
  fields['network.transport'] = name
  const number = NUMBERS.get(name)
  if (number !== undefined) fields['network.iana_number'] = number
}

/** `10.0.0.7:51826`, `2001:db8::1:443`, `10.0.0.7`. */
function setEnd(fields: Fields, side: 'source' | 'destination', end: string): void {
  const colon = end.lastIndexOf(':')
  const port = colon < 0 ? undefined : wholeNumber(end.slice(colon + 1))
  // The last group of a bare IPv6 address looks like a port, but ICMP has none.
  const bare = colon < 0 || port === undefined || fields['network.transport'] === 'ipv6-icmp'
  setHostPeer(fields, side, bare ? end : end.slice(0, colon))
  if (!bare && port <= 65535) fields[`${side}.port`] = port
}

/** `10.0.0.7:51826 -> 192.0.2.10:80` */
export function setSnortEnds(fields: Fields, text: string): void {
  const arrow = text.indexOf(' -> ')
  if (arrow < 0 || arrow > 128) return
  const rest = text.slice(arrow + 4, arrow + 132).trimStart()
  const end = rest.search(/\s/)
  setEnd(fields, 'source', text.slice(0, arrow).trim())
  setEnd(fields, 'destination', end < 0 ? rest : rest.slice(0, end))
  setDirection(fields)
}
