import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { readPrefix } from '../netfilter/read-prefix.ts'
import { networkType } from '../network/network-type.ts'
import { setMac } from '../network/set-mac.ts'
import { setTransport } from '../network/set-transport.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { monthAt } from '../time/month-number.ts'

const MAX_WORDS = 80
const FLAGS = new Set(['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR'])

/** Where the packet begins: `IN=eth0 OUT= ...`; a line cut by the logger may have only its end. */
function packetAt(text: string): number {
  const start = text.startsWith('IN=') ? 0 : text.indexOf('IN=', 1)
  if (start >= 0 && text.indexOf(' OUT=', start) > 0) return start
  const protocol = text.indexOf(' PROTO=')
  if (protocol < 0 || (text.indexOf(' SPT=', protocol) < 0 && text.indexOf(' SRC=') < 0)) return -1
  return 0
}

/** Receiver, sender and kind of the frame, sometimes with more of the packet behind. */
function setMacs(fields: Fields, mac: string): void {
  if (mac.length < 35) return
  setMac(fields, 'destination.mac', mac.slice(0, 17))
  setMac(fields, 'source.mac', mac.slice(18, 35))
}

const NUMBERS: readonly (readonly [name: string, field: string])[] = [
  ['LEN', 'network.bytes'],
  ['TTL', 'iptables.ttl'],
  ['HOPLIMIT', 'iptables.ttl'],
  ['ID', 'iptables.id'],
  ['WINDOW', 'iptables.tcp.window'],
  ['TYPE', 'iptables.icmp.type'],
  ['CODE', 'iptables.icmp.code'],
]

/** A header is the envelope's to read: `<4>Mar 10 12:00:00 gw kernel: `, `2026-03-10T12:00:00Z gw `. */
function hasHeader(text: string): boolean {
  const first = text.charCodeAt(0)
  return (
    first === 0x3c ||
    first === 0x7b ||
    monthAt(text, 0) > 0 ||
    (text.charCodeAt(4) === 0x2d && text.charCodeAt(10) === 0x54)
  )
}

function parse({ text, host }: Line): Parsed | undefined {
  if (hasHeader(text)) return undefined
  const start = packetAt(text)
  if (start < 0) return undefined
  const values = new Map<string, string>()
  const flags: string[] = []
  for (const word of text.slice(start).split(' ', MAX_WORDS)) {
    const equals = word.indexOf('=')
    if (equals > 0) {
      // An ICMP error quotes the packet that it is about, in brackets: the first of a name is this packet's own.
      const name = word.slice(0, equals)
      if (!values.has(name)) values.set(name, word.slice(equals + 1))
    } else if (FLAGS.has(word)) flags.push(word)
  }
  const fields = createFields()
  fields['event.module'] = 'iptables'
  fields['event.dataset'] = 'iptables.log'
  fields.message = text
  if (host !== undefined) fields['observer.name'] = host
  if (start > 0 || values.has('IN')) readPrefix(fields, text.slice(0, start))
  const source = values.get('SRC') ?? ''
  setPeer(fields, 'source', source, wholeNumber(values.get('SPT') ?? ''))
  setPeer(fields, 'destination', values.get('DST') ?? '', wholeNumber(values.get('DPT') ?? ''))
  if (source === '') {
    const [from, to] = [wholeNumber(values.get('SPT') ?? ''), wholeNumber(values.get('DPT') ?? '')]
    if (from !== undefined) fields['source.port'] = from
    if (to !== undefined) fields['destination.port'] = to
  } else fields['network.type'] = networkType(source)
  setMacs(fields, values.get('MAC') ?? '')
  const into = values.get('IN')
  const out = values.get('OUT')
  if (into) fields['observer.ingress.interface.name'] = into
  if (out) fields['observer.egress.interface.name'] = out
  const protocol = values.get('PROTO')
  if (protocol) setTransport(fields, protocol)
  for (const [name, field] of NUMBERS) {
    const number = wholeNumber(values.get(name) ?? '')
    if (number !== undefined) fields[field] = number
  }
  if (fields['network.bytes'] !== undefined) fields['source.bytes'] = fields['network.bytes']
  if (flags.length > 0) fields['iptables.tcp.flags'] = flags
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'netfilter',
  reads: 'Linux packet filter (iptables, nftables, UFW, firewalld, Shorewall), EdgeOS and UniFi gateways',
  version: 1,
  clues: [
    { program: 'kernel' },
    { prefix: '[' },
    { prefix: 'IN=' },
    { prefix: 'iptables' },
    { prefix: 'IPTABLES' },
  ],
  rank: 1,
  ownNames: true,
  parse,
  samples: [
    '[UFW BLOCK] IN=eth0 OUT= MAC=00:00:5e:00:53:01:00:00:5e:00:53:02:08:00 SRC=203.0.113.9 DST=198.51.100.2 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=4711 DF PROTO=TCP SPT=40022 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
    '[WAN_LOCAL-default-D]IN=eth0 OUT= MAC=00:00:5e:00:53:01:00:00:5e:00:53:02:08:00 SRC=203.0.113.9 DST=198.51.100.2 LEN=44 TOS=0x00 PREC=0x00 TTL=52 ID=4711 PROTO=UDP SPT=40022 DPT=5060 LEN=24',
    '[ 8123.456789] DROP_INPUT: IN=eth0 OUT= SRC=2001:db8::9 DST=2001:db8::1 LEN=104 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=ICMPv6 TYPE=128 CODE=0 ID=1 SEQ=1',
  ],
}
