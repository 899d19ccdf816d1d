import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { parseNetscalerTime } from '../netscaler/parse-netscaler-time.ts'
import { setParts } from '../netscaler/set-parts.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { zoneOfName } from '../time/zone-names.ts'

/** `03/10/2026:12:00:00 GMT ns1 0-PPE-0 : `: date, host and zone may be missing. */
const HEAD =
  /^(?:([\w.-]{1,64}) {1,2})?((?:\d\d\/\d\d\/\d{4}:)?\d\d:\d\d:\d\d) {1,2}(?:([A-Z]{3,5}) )?(?:([\w.-]{1,64}) )?([\w-]{1,32}) : {1,2}/
/** `TCP CONN_TERMINATE 4474 0 : `, sometimes behind the partition. */
const EVENT =
  /^(?:(default|[a-z][\w-]{0,30}) )?([A-Z][A-Z0-9]{1,19}) ([A-Z][\w-]{1,59}(?: [a-z]+)?) (\d{1,20}) (?:(\d{1,3}) )?: {0,2}/
/** RFC 5424 takes the module for the program: `default CONN_DELINK 4474 0 : `. */
const BARE = /^(?:(default|[a-z][\w-]{0,30}) )?()([A-Z][A-Z0-9_]{2,59}) (\d{1,20}) (?:(\d{1,3}) )?: {1,2}/
const MODULES = [
  'AAA',
  'ACL',
  'ALG',
  'APPFW',
  'CI',
  'CLI',
  'CVPN',
  'DNS',
  'EVENT',
  'GUI',
  'ICA',
  'LSN',
  'PITBOSS',
]
const MORE_MODULES = [
  'RDP',
  'ROUTING',
  'SNMP',
  'SSLI',
  'SSLLOG',
  'SSLVPN',
  'SUBSCRIBER',
  'TCP',
  'TRANSFORM',
  'UDP',
  'UI',
]
const modules = new Set([...MODULES, ...MORE_MODULES])

function setWords(fields: Fields, module: string, event: string): void {
  const failed = /FAIL|DENIED|ERROR|EXPIR|BLOCKED/.test(event)
  if (failed) fields['event.outcome'] ??= 'failure'
  else if (/^LOGIN$|^LOGOUT$|SUCCESS/.test(event)) fields['event.outcome'] ??= 'success'
  if (module === 'TCP' || /^TCPCONN|UDPFLOW/.test(event))
    fields['network.transport'] ??= module === 'UDP' ? 'udp' : 'tcp'
}

function parse({ text, program }: Line, { zoneMinutes }: ParseContext): Parsed | undefined {
  const named = program?.toUpperCase() ?? ''
  // Most lines that begin with a digit are not ours: a date or a clock has its mark at once.
  const mark = text.charCodeAt(2)
  const clocked = mark === 0x2f || mark === 0x3a || named === 'SVM_SERVICE'
  const head = clocked ? HEAD.exec(text.slice(0, 260)) : null
  if (!head && !modules.has(named)) return undefined
  const rest = head ? text.slice(head[0].length) : text
  const event = (head ? EVENT : BARE).exec(rest.slice(0, 180))
  if (!event) return undefined
  const [whole, partition, module = '', name = '', id = '', severity] = event
  const kind = module === '' ? named : module
  if (!modules.has(kind)) return undefined
  const fields = createFields()
  fields['event.module'] = 'citrix_adc'
  fields['event.dataset'] = 'citrix_adc.log'
  fields['observer.vendor'] = 'Citrix'
  fields['observer.product'] = 'Netscaler'
  fields['observer.type'] = 'firewall'
  fields['event.id'] = id
  if (severity !== undefined) fields['event.severity'] = Number(severity)
  fields['citrix_adc.log.feature'] = kind
  fields['event.code'] = name
  if (partition !== undefined) fields['citrix_adc.log.partition'] = partition
  const host = head?.[4] ?? head?.[1]
  if (host !== undefined) {
    fields['host.name'] = host
    fields['observer.name'] = host
  }
  const body = rest.slice(whole.length).trim()
  setParts(fields, body)
  setWords(fields, kind, name)
  fields['event.action'] ??= name.toLowerCase()
  fields.message ??= body
  const zone = head?.[3] === undefined ? zoneMinutes : (zoneOfName(head[3]) ?? zoneMinutes)
  const stamp = head?.[2] ?? ''
  return { time: stamp.includes('/') ? parseNetscalerTime(stamp, zone) : undefined, fields }
}

export const parser: Parser = {
  name: 'netscaler',
  reads:
    'Citrix NetScaler (ADC, Gateway): connections, VPN sessions, log-ins, commands, application firewall',
  version: 1,
  clues: [
    { first: '0123', run: 2, next: '/:' },
    { program: 'svm_service' },
    ...[...modules]
      .filter((name) => name.length > 2 && name !== 'SNMP')
      .map((name) => ({ program: name.toLowerCase() })),
  ],
  rank: 2,
  parse,
  samples: [
    '03/10/2026:12:00:00 GMT ns1 0-PPE-0 : default TCP CONN_TERMINATE 4474 0 :  Source 10.0.0.7:51000 - Destination 192.0.2.9:443 - Start Time 03/10/2026:11:59:58 GMT - End Time 03/10/2026:12:00:00 GMT - Total_bytes_send 1200 - Total_bytes_recv 800',
    '03/10/2026:12:00:00 GMT ns1 0-PPE-0 : default AAA LOGIN_FAILED 4475 0 :  User anna - Client_ip 203.0.113.9 - Failure_reason "Invalid credentials" - Browser Mozilla/5.0',
    '03/10/2026:12:00:00 GMT ns1 0-PPE-0 : default GUI CMD_EXECUTED 4476 0 :  User nsroot - Remote_ip 10.0.0.8 - Command "show ns config" - Status "Success"',
  ],
}
