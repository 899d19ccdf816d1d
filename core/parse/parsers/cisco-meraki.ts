import { createFields } from '../create-fields.ts'
import { MERAKI_LOGS } from '../meraki/meraki-words.ts'
import { readMeraki } from '../meraki/read-meraki.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseEpochText } from '../time/parse-epoch-time.ts'

const LOGS = new Set<string>(MERAKI_LOGS)

/** `1563249630.774247089 MX84 events ...`: Meraki's own header, where the syslog one before it is gone. */
function headerAt(text: string): { time: bigint | undefined; host: string; end: number } | undefined {
  if (text.charCodeAt(10) !== 0x2e) return undefined
  const space = text.indexOf(' ')
  const next = text.indexOf(' ', space + 1)
  if (space < 12 || space > 24 || next < 0 || next - space > 256) return undefined
  const time = parseEpochText(text.slice(0, space))
  return time === undefined ? undefined : { time, host: text.slice(space + 1, next), end: next + 1 }
}

function parse({ text, host }: Line): Parsed | undefined {
  const header = headerAt(text)
  const start = header?.end ?? 0
  const space = text.indexOf(' ', start)
  if (space < 0 || space - start > 40) return undefined
  const log = text.slice(start, space)
  if (!LOGS.has(log)) return undefined
  const rest = text.slice(space + 1)
  // `events` and `firewall` are words that others begin with too.
  if (log === 'firewall' && !rest.includes('src=')) return undefined
  const fields = createFields()
  fields['event.module'] = 'cisco_meraki'
  fields['event.dataset'] = 'cisco_meraki.log'
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'Meraki'
  const name = header?.host ?? host
  if (name !== undefined) fields['observer.hostname'] = name
  readMeraki(fields, log, rest)
  return { time: header?.time, fields }
}

export const parser: Parser = {
  name: 'cisco-meraki',
  reads: 'Cisco Meraki: events, flows, firewall, URLs, IDS alerts, security events, Air Marshal',
  version: 1,
  clues: [
    ...MERAKI_LOGS.map((log) => ({ prefix: `${log} ` })),
    { first: '1', run: 10, next: '.', after: ' ' },
  ],
  rank: 6,
  parse,
  samples: [
    "events type=association radio='1' vap='0' client_mac='00:00:5E:00:53:07' channel='36' rssi='24' aid='4711'",
    'flows deny src=10.0.0.7 dst=203.0.113.9 mac=00:00:5E:00:53:07 protocol=tcp sport=51826 dport=445',
    'urls src=10.0.0.7:51826 dst=203.0.113.9:80 mac=00:00:5E:00:53:07 request: GET http://www.example.org/a.txt',
    'security_event ids_alerted signature=1:1000042:2 priority=1 timestamp=1773144000.5 direction=ingress protocol=tcp/ip src=203.0.113.9:40022 dst=10.0.0.7:80 decision=blocked action=allow message: SERVER-WEBAPP example attempt',
    '1773144000.774247089 gate-7 events dhcp lease of ip 10.0.0.7 from mx mac 00:00:5E:00:53:01 for client mac 00:00:5E:00:53:07 from router 10.0.0.1 on subnet 255.255.255.0 with dns 10.0.0.1',
  ],
}
