import type { Fields } from '../../event/event.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { readParameters } from '../juniper/read-parameters.ts'
import { setJunosEvent } from '../juniper/set-junos-event.ts'
import { SRX_SETTERS } from '../juniper/srx-setters.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { sumTraffic } from '../network/sum-traffic.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { priorityAtStart, setPriority } from '../syslog/priority.ts'
import { readLooseRfc5424 } from '../syslog/read-loose-rfc5424.ts'
import { readRfc5424 } from '../syslog/read-rfc5424.ts'

const MAX_HEADER = 300
const MARK = '[junos@'
/** Junos processes that also log without structured data. */
const PROCESSES = new Set(
  'kmd mib2d mgd rpd dcd cosd chassisd jddosd eventd pfed alarmd rmopd nsd utmd idpd appidd cscript craftd lacpd l2ald'.split(
    ' ',
  ),
)
/** syslog's levels as Junos calls them. */
const LEVELS = [
  'emergency',
  'alert',
  'critical',
  'error',
  'warning',
  'notification',
  'informational',
  'debug',
]

function setSpan(fields: Fields, time: bigint | undefined): void {
  const duration = fields['event.duration']
  if (typeof duration !== 'number' || time === undefined) return
  const start = Number(time / 1_000_000n)
  const end = start + duration / 1e6
  if (end > 8.64e15) return
  fields['event.start'] = new Date(start).toISOString()
  fields['event.end'] = new Date(end).toISOString()
}

/** Junos repeats its process before the text of an internal message. */
function withoutFunction(message: string): string {
  const colon = message.indexOf(': ')
  return colon > 0 && message.startsWith(message.slice(0, colon + 1), colon + 2)
    ? message.slice(colon + 2)
    : message
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const priority = priorityAtStart(text)
  if (priority === undefined) return undefined
  const head = text.slice(0, MAX_HEADER)
  const mark = head.indexOf(MARK)
  const process = mark < 0 ? (head.split(' ', 4)[3] ?? '') : ''
  const at = process.startsWith('RT_') ? head.indexOf('[') : mark
  if (at < 0 && !PROCESSES.has(process)) return undefined
  // The header alone: what Junos puts between the brackets breaks the grammar too often.
  const header = at < 0 ? text : `${text.slice(0, at)}-`
  const read = readRfc5424(header, priority.end) ?? readLooseRfc5424(header, priority.end, context)
  if (!read) return undefined
  const { time, fields } = read
  setPriority(fields, priority.value)
  fields['event.severity'] = priority.value
  fields['log.level'] = LEVELS[priority.value & 7] ?? ''
  if (fields['host.name'] !== undefined) fields['observer.name'] = fields['host.name']
  const { 'log.syslog.msgid': tag, 'process.name': name } = fields
  setJunosEvent(
    fields,
    typeof tag === 'string' ? tag : undefined,
    typeof name === 'string' ? name : undefined,
  )
  if (at < 0) {
    if (read.payload) fields.message = withoutFunction(read.payload.text)
    return { time, fields }
  }
  const { pairs, end } = readParameters(text, at)
  setPairs(fields, 'juniper.srx', pairs, SRX_SETTERS)
  const message = text.slice(end).trim()
  if (message !== '') fields.message ??= message
  setSpan(fields, time)
  sumTraffic(fields)
  fillAddresses(fields)
  copyToClientServer(fields)
  return { time, fields }
}

export const parser: Parser = {
  name: 'juniper-srx',
  reads:
    'Juniper SRX and Junos with structured data: sessions, screens, intrusions, content security, processes',
  version: 1,
  clues: [{ prefix: '<' }],
  rank: 6,
  parse,
  samples: [
    '<14>1 2026-03-10T12:00:00.323Z srx01 RT_FLOW - RT_FLOW_SESSION_CLOSE [junos@2636.1.1.1.2.26 reason="TCP FIN" source-address="10.0.0.7" source-port="51000" destination-address="203.0.113.9" destination-port="443" service-name="junos-https" nat-source-address="198.51.100.1" nat-source-port="40100" nat-destination-address="203.0.113.9" nat-destination-port="443" protocol-id="6" policy-name="out" source-zone-name="trust" destination-zone-name="untrust" packets-from-client="5" bytes-from-client="392" packets-from-server="3" bytes-from-server="646" elapsed-time="3" username="anna" packet-incoming-interface="ge-0/0/1.0"]',
    '<11>1 2026-03-10T12:00:00.309Z srx01 RT_IDS - RT_SCREEN_TCP [junos@2636.1.1.1.2.26 attack-name="TCP port scan!" source-address="203.0.113.9" source-port="40001" destination-address="10.0.0.7" destination-port="50010" source-zone-name="untrust" interface-name="ge-0/0/1.0" action="drop"]',
    '<31>1 2026-03-10T12:00:00.341Z srx01 mib2d 9180 - - get_async_cb: get_async_cb:data 7a33678',
  ],
}
