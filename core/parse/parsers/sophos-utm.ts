import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setPairs } from '../fields/set-pairs.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { UTM_SETTERS } from '../sophos/utm-setters.ts'
import { priorityAtStart, setPriority } from '../syslog/priority.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** `2026:03:10-12:00:00 host program[pid]: `, the header of every log of the UTM. */
const HEAD = /^(\d{4}):(\d\d):(\d\d)-(\d\d:\d\d:\d\d) (\S{1,255}) ([\w./-]{1,64})(?:\[(\d{1,10})\])?: +/
/** What a collector leaves of it, or nothing, before the pairs. */
const PAIRS = /^(?:[\d:-]{5,20} [\w.-]{1,64} ([\w./-]{1,64})(?:\[\d{1,10}\])?: )?id="\d{2,6}"/
const PROTOCOLS = new Map([
  ['dhcpd', 'dhcp'],
  ['named', 'dns'],
])
const MAC = /\b([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/i
const DHCP = /^(DHCP[A-Z]{3,10})\b/
const INTERFACE = /\bvia ([\w.-]{1,16})/
const LISTENING = /^(Listening|Sending) on +LPF\/([\w.-]{1,16})\//
const NAMED = /^listening on (IPv[46]) interface ([\w.-]{1,16}), ([0-9a-f.:]{3,45})#(\d{1,5})/

function startEvent(program: string | undefined): Fields {
  const fields = createFields()
  fields['event.module'] = 'sophos'
  fields['event.dataset'] = 'sophos.utm'
  fields['observer.vendor'] = 'Sophos'
  fields['observer.product'] = 'UTM'
  fields['observer.type'] = 'firewall'
  if (program !== undefined) fields['process.name'] = program
  return fields
}

/** dhcpd and named write sentences. */
function setService(fields: Fields, protocol: string, text: string): void {
  fields['event.provider'] = protocol
  fields['network.protocol'] = protocol
  fields['network.transport'] = 'udp'
  const head = text.slice(0, 300)
  const mac = MAC.exec(head)?.[1]
  if (mac !== undefined) fields['client.mac'] = mac.toUpperCase().replaceAll(':', '-')
  const listening = LISTENING.exec(head)
  const device = listening?.[2] ?? INTERFACE.exec(head)?.[1]
  if (device !== undefined) fields['observer.ingress.interface.name'] = device
  if (listening?.[1]) fields['event.action'] = `dhcpd-${listening[1].toLowerCase()}`
  const named = NAMED.exec(head)
  if (named?.[1] && named[2] && named[3] && isIp(named[3])) {
    fields['event.action'] = 'named-listening'
    fields['network.type'] = named[1].toLowerCase()
    fields['observer.ingress.interface.name'] = named[2]
    fields['server.ip'] = named[3]
    fields['server.port'] = Number(named[4])
    return
  }
  const dhcp = DHCP.exec(head)?.[1]
  if (dhcp !== undefined) fields['event.action'] = dhcp.toLowerCase()
  if (listening !== null) return
  const colon = dhcp === undefined ? -1 : text.lastIndexOf(': ')
  fields.message = colon > 0 ? text.slice(colon + 2) : text
}

function setUtmPairs(fields: Fields, text: string): void {
  const pairs = readPairs(text)
  for (const [name, value] of pairs) if (value === '-') pairs.delete(name)
  setPairs(fields, 'sophos.utm', pairs, UTM_SETTERS)
  if (pairs.get('sub') === 'http') fields['network.protocol'] = 'http'
  if (fields['event.action'] === undefined && pairs.get('sub') === 'auth') {
    fields['event.action'] = pairs.get('name') ?? 'auth'
  }
  const { 'source.ip': source, 'destination.ip': destination, 'destination.domain': server } = fields
  if (source !== undefined) fields['source.address'] = source
  const end = destination ?? server
  if (end !== undefined) fields['destination.address'] = end
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const priority = priorityAtStart(text)
  const start = priority?.end ?? 0
  const head = HEAD.exec(text.slice(start, start + 400))
  if (!head) {
    const cut = PAIRS.exec(text.slice(0, 200))
    if (!cut || !text.includes(' sys="') === !text.includes(' localip="')) return undefined
    const fields = startEvent(cut[1] ?? program)
    setUtmPairs(fields, text.slice(Math.max(0, text.indexOf('id="'))))
    return { time: undefined, fields }
  }
  const [, year, month, day, clock, host = '', name = '', pid] = head
  const fields = startEvent(name)
  if (priority) setPriority(fields, priority.value)
  fields['host.name'] = host
  fields['host.hostname'] = host
  fields['observer.hostname'] = host
  if (pid !== undefined) fields['process.pid'] = Number(pid)
  const rest = text.slice(start + head[0].length)
  const protocol = PROTOCOLS.get(name)
  if (protocol !== undefined) setService(fields, protocol, rest)
  else if (rest.startsWith('id="')) setUtmPairs(fields, rest)
  else fields.message = rest
  return { time: parseIsoTime(`${year}-${month}-${day}T${clock}`, context), fields }
}

export const parser: Parser = {
  name: 'sophos-utm',
  reads:
    'Sophos UTM (Astaro): packet filter, web proxy, reverse proxy, authentication, DHCP, DNS and the rest',
  version: 1,
  clues: [{ prefix: '<' }, { first: '0123456789', next: ':- ' }, { prefix: 'id="' }],
  rank: 7,
  parse,
  samples: [
    '2026:03:10-12:00:00 utm01 ulogd[12511]: id="2001" severity="info" sys="SecureNet" sub="packetfilter" name="Packet dropped" action="drop" fwrule="60001" initf="eth6" srcmac="00:00:5e:00:53:01" dstmac="00:00:5e:00:53:02" srcip="203.0.113.9" dstip="10.0.0.7" proto="17" length="438" srcport="5319" dstport="5060"',
    '<30>2026:03:10-12:00:00 utm01 httpproxy[6267]: id="0001" severity="info" sys="SecureWeb" sub="http" name="http access" action="pass" method="GET" srcip="10.0.0.7" dstip="203.0.113.9" user="anna" statuscode="200" size="311" url="https://www.example.org/a" ua="Mozilla/5.0" application="web"',
    '2026:03:10-12:00:00 utm01 dhcpd: DHCPDISCOVER from 00:00:5e:00:53:01 via eth7: unknown client',
  ],
}
