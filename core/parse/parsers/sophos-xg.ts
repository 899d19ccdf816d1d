import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { sumTraffic } from '../network/sum-traffic.ts'
import { zoneDirection } from '../network/zone-direction.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { XG_SETTERS } from '../sophos/xg-setters.ts'
import { readPairs } from '../text/read-pairs.ts'
import { startsWithPair } from '../text/starts-with-pair.ts'
import type { Clock } from '../time/local-time.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const MARKS = ['log_type=', 'log_component=']
const MAX_HEAD = 600

/** Mail and web modules are named after what they speak. */
const PROTOCOLS = new Map([
  ['FTP', 'ftp'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['IMAP', 'imap'],
  ['IMAPS', 'imaps'],
  ['POP', 'pop3'],
  ['POP3', 'pop3'],
  ['POPS', 'pop3s'],
  ['POP3S', 'pop3s'],
  ['SMTP', 'smtp'],
  ['SMTPS', 'smtps'],
])

function timeOf(pairs: ReadonlyMap<string, string>, clock: number | Clock): bigint | undefined {
  const stamp = pairs.get('timestamp')
  // Some events carry a number beside the date that is another time.
  const time = parseAnyTime(`${pairs.get('date') ?? ''} ${pairs.get('time') ?? ''}`, clock)
  return time ?? parseAnyTime(stamp, clock)
}

function setConnection(fields: Fields, pairs: ReadonlyMap<string, string>): void {
  const event = pairs.get('connevent') ?? pairs.get('con_event')
  if (event === undefined || pairs.get('log_subtype') !== 'Allowed') return
  if (event === 'Stop') fields['event.type'] = ['end', 'allowed', 'connection']
  else if (event !== '') fields['event.type'] = ['start', 'allowed', 'connection']
}

function setAction(fields: Fields, type: string, subtype: string | undefined, status: string): void {
  if (type === 'Event' || type === 'System Health') {
    const word = status.toLowerCase()
    if (word.startsWith('success')) fields['event.outcome'] = 'success'
    else if (word.startsWith('fail')) fields['event.outcome'] = 'failure'
    return
  }
  // The web application firewall only says how it answered.
  const code = fields['http.response.status_code']
  if (subtype !== undefined && subtype !== '') fields['event.action'] = subtype.toLowerCase()
  else if (typeof code === 'number') fields['event.action'] = code >= 400 ? 'denied' : 'allowed'
}

function setSpan(fields: Fields, time: bigint | undefined): void {
  const duration = fields['event.duration']
  if (typeof duration !== 'number' || time === undefined) return
  const start = Number(time / 1_000_000n)
  const end = start + duration / 1e6
  if (end > 8.64e15) return
  fields['event.start'] = new Date(start).toISOString()
  fields['event.end'] = new Date(end).toISOString()
}

/** What several pairs mean together. */
function finish(fields: Fields, pairs: ReadonlyMap<string, string>): void {
  const type = pairs.get('log_type') ?? ''
  const component = pairs.get('log_component') ?? ''
  const id = pairs.get('log_id') ?? ''
  if (id !== '') fields['event.code'] = id.slice(-5)
  const rule = pairs.get('signature_id') ?? pairs.get('fw_rule_id') ?? pairs.get('rule_id') ?? ''
  if (rule !== '') fields['rule.id'] = rule
  setConnection(fields, pairs)
  setAction(fields, type, pairs.get('log_subtype'), pairs.get('status') ?? '')
  sumTraffic(fields)
  fillAddresses(fields)
  const { message } = fields
  if (type === 'Firewall' && message !== undefined) fields['event.reason'] ??= message
  const protocol = fields['url.scheme'] === 'https' ? 'https' : PROTOCOLS.get(component.toUpperCase())
  const application = pairs.get('application') ?? ''
  if (protocol !== undefined) fields['network.protocol'] = protocol
  else if (PROTOCOLS.has(application)) fields['network.protocol'] = application.toLowerCase()
  const direction = zoneDirection(
    pairs.get('srczonetype') ?? pairs.get('src_zone_type'),
    pairs.get('dstzonetype') ?? pairs.get('dst_zone_type'),
  )
  if (direction !== undefined && type === 'Firewall') fields['network.direction'] = direction
  const website = type === 'Sandbox' && component === 'Web' ? pairs.get('source') : undefined
  if (website) {
    fields['url.domain'] ??= website
    fields['destination.domain'] ??= website
  }
}

function parse({ text, host }: Line, context: ParseContext): Parsed | undefined {
  const head = text.slice(0, MAX_HEAD)
  if (!startsWithPair(text) || !MARKS.every((mark) => head.includes(mark))) return undefined
  const pairs = readPairs(text)
  if (!pairs.has('log_id')) return undefined
  const fields = createFields()
  fields['event.module'] = 'sophos'
  fields['event.dataset'] = 'sophos.xg'
  fields['observer.vendor'] = 'Sophos'
  fields['observer.product'] = 'XG'
  fields['observer.type'] = 'firewall'
  if (host !== undefined) fields['observer.hostname'] = host
  const device = pairs.get('device_name')
  if (device && device !== 'SFW') fields['observer.name'] = device
  setPairs(fields, 'sophos.xg', pairs, XG_SETTERS)
  const time = timeOf(pairs, context)
  setSpan(fields, time)
  finish(fields, pairs)
  return { time, fields }
}

export const parser: Parser = {
  name: 'sophos-xg',
  reads: 'Sophos Firewall (XG, SFOS), all types of logs, in the old and the new format of names and values',
  version: 1,
  clues: [
    { prefix: 'device="' },
    { prefix: 'device_name="' },
    { prefix: 'timestamp="' },
    { prefix: 'date=' },
    { prefix: 'log_id=' },
  ],
  rank: 2,
  parse,
  samples: [
    'device="SFW" date=2026-03-10 time=12:00:00 timezone="CET" device_name="XG125" device_id=S1100016E28BA63 log_id=010101600001 log_type="Firewall" log_component="Firewall Rule" log_subtype="Allowed" status="Allow" priority=Information duration=11 fw_rule_id=21 policy_type=1 user_name="anna" application="HTTP" in_interface="Port1" out_interface="Port2" src_mac=00:00:5e:00:53:01 src_ip=10.0.0.7 dst_ip=203.0.113.9 protocol="TCP" src_port=51000 dst_port=80 sent_pkts=6 recv_pkts=5 sent_bytes=459 recv_bytes=606 tran_src_ip=198.51.100.1 tran_src_port=0 srczonetype="LAN" srczone="LAN" dstzonetype="WAN" dstzone="WAN" connevent="Stop"',
    'device_name="SFW" timestamp="2026-03-10T12:00:00+0000" device_model="SFVH" device_serial_id="C01001ABCDEF012" log_id=050901616001 log_type="Content Filtering" log_component="HTTP" log_subtype="Denied" severity="Information" url="https://www.example.org/a.exe" src_ip="10.0.0.7" dst_ip="203.0.113.9" protocol="TCP" src_port=51000 dst_port=443 http_status="403"',
    'device="SFW" date=2026-03-10 time=12:00:00 timezone="CET" device_name="XG125" log_id=062910617701 log_type="Event" log_component="SSL VPN Authentication" log_subtype="Authentication" status="Failed" priority=Notice user_name="anna" src_ip=203.0.113.9 message="User anna failed to login to SSLVPN"',
  ],
}
