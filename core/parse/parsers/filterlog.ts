import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setTransport } from '../network/set-transport.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { startPfsense } from '../pfsense/start-pfsense.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

const MAX_COLUMNS = 40
const MAX_HEAD = 256
/** What tells the columns from others where no header names the filter. */
const HEAD =
  /^\d{1,6},\d*,[^,]{0,64},[^,]{0,64},[\w.-]{1,32},[\w-]{1,32},(?:pass|block|reject|rdr|nat|binat|scrub),(?:in|out),[46],/

/** Columns that have a name of their own, after those of IP: what TCP and UDP add. */
function setPorts(
  fields: Fields,
  rest: readonly string[],
  source: string,
  destination: string,
  tcp: boolean,
): void {
  const [sport = '', dport = '', length = '', flags = '', , , window = '', , options = ''] = rest
  setPeer(fields, 'source', source, wholeNumber(sport))
  setPeer(fields, 'destination', destination, wholeNumber(dport))
  const data = wholeNumber(length)
  if (data !== undefined) fields[tcp ? 'pfsense.tcp.length' : 'pfsense.udp.length'] = data
  if (!tcp) return
  if (flags !== '') fields['pfsense.tcp.flags'] = flags
  const size = wholeNumber(window)
  if (size !== undefined) fields['pfsense.tcp.window'] = size
  if (options !== '') fields['pfsense.tcp.options'] = options.split(';', 40)
}

const DIRECTIONS: Readonly<Record<string, string>> = { in: 'inbound', out: 'outbound' }

/**
 * The filter's comma separated columns as the documentation of pfSense and OPNsense gives them: rule, sub-rule, anchor,
 * tracker, interface, reason, action, direction, IP version, those of the IP version, of the protocol.
 */
function parse({ text, host, program }: Line): Parsed | undefined {
  if (program !== 'filterlog' && !HEAD.test(text.slice(0, MAX_HEAD))) return undefined
  const columns = text.split(',', MAX_COLUMNS)
  const [rule = '', , , tracker = '', port = '', reason = '', action = '', direction = '', version = ''] =
    columns
  if ((version !== '4' && version !== '6') || !(direction in DIRECTIONS) || columns.length < 15)
    return undefined
  const v4 = version === '4'
  // IPv4: tos, ecn, ttl, id, offset, flags, number, name; IPv6: class, label, hops, name, number.
  const name = (v4 ? columns[16] : columns[12]) ?? ''
  const number = (v4 ? columns[15] : columns[13]) ?? ''
  const [length = '', source = '', destination = '', ...rest] = columns.slice(v4 ? 17 : 14)
  if (source === '' || destination === '') return undefined
  const fields = createFields()
  startPfsense(fields, 'filterlog', host)
  fields.message = text
  fields['event.action'] = action
  fields['event.reason'] = reason
  fields['network.direction'] = DIRECTIONS[direction] ?? direction
  fields['network.type'] = v4 ? 'ipv4' : 'ipv6'
  fields['observer.ingress.interface.name'] = port
  // Without a tracker the number of the rule is all there is.
  fields['rule.id'] = tracker === '' || tracker === '0' ? rule : tracker
  setTransport(fields, wholeNumber(name) === undefined ? name : number)
  if (wholeNumber(number) !== undefined) fields['network.iana_number'] = number
  const bytes = wholeNumber(length)
  if (bytes !== undefined) fields['network.bytes'] = bytes
  const transport = fields['network.transport']
  if (transport === 'tcp' || transport === 'udp') {
    setPorts(fields, rest, source, destination, transport === 'tcp')
  } else {
    setPeer(fields, 'source', source)
    setPeer(fields, 'destination', destination)
    if (String(transport).includes('icmp') && rest[0]) fields['pfsense.icmp.type'] = rest[0]
    if (rest[0]?.startsWith('datalength=')) {
      const data = wholeNumber(rest[0].slice(11))
      if (data !== undefined) fields['network.packets'] = data
    }
  }
  if (v4) {
    const ttl = wholeNumber(columns[11] ?? '')
    if (ttl !== undefined) fields['pfsense.ip.ttl'] = ttl
    if (columns[14]) fields['pfsense.ip.flags'] = columns[14]
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'filterlog',
  reads: 'packet filter log of pfSense and OPNsense: IPv4 and IPv6, TCP, UDP, ICMP, others',
  version: 1,
  clues: [{ program: 'filterlog' }, { first: '0123456789', next: ',' }],
  ownNames: true,
  parse,
  samples: [
    '5,,,1000000103,igb0,match,block,in,4,0x0,,52,4711,0,DF,6,tcp,60,203.0.113.9,198.51.100.2,40022,22,0,S,1818117648,,64240,,mss;sackOK;TS;nop;wscale',
    '9,,,1000000105,igb1,match,pass,out,6,0x00,0x00000,64,UDP,17,48,2001:db8::7,2001:db8::35,51826,53,40',
    '77,,,0a1b2c3d4e5f60718293a4b5c6d7e8f9,igb1,match,pass,in,4,0x0,,64,0,0,DF,1,icmp,84,10.0.0.7,10.0.0.1,request,1,2',
  ],
}
