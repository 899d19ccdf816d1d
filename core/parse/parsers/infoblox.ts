import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setQuestion } from '../dns/set-dns.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setPeer } from '../text/set-peer.ts'
import { monthAt } from '../time/month-number.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const AUDIT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}Z) \[([^\]]{1,120})\]: (\w{2,40})\b/
const DNS =
  /^(?:(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d:\d\d:\d\d\.\d{3}) )?client ([\da-fA-F.:]{2,45})#(\d{1,5}):? (?:view \S{1,64}: )?(UDP|TCP): query: (\S{1,255}) (IN|CH|HS|ANY) (\S{1,15}) response: ([A-Z]{2,12}) ([+-]\S{0,12})/
const MAX_ANSWERS = 50

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'infoblox_nios'
  fields['event.dataset'] = 'infoblox_nios.log'
  fields['observer.vendor'] = 'Infoblox'
  fields['observer.product'] = 'NIOS'
  return fields
}

/** `\040` for a blank, as the audit log has it. */
const plain = (text: string): string =>
  text.replaceAll(/\\([01]\d\d)/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** `2026-03-10 12:00:00.123Z [anna]: Login_Allowed - - to=AdminConnector ip=10.0.0.7 auth=LOCAL`. */
function readAudit(text: string): Parsed | undefined {
  const [whole, day, clock, user, action] = AUDIT.exec(text.slice(0, 260)) ?? []
  if (whole === undefined || user === undefined || action === undefined) return undefined
  const fields = start()
  fields.message = text
  fields['user.name'] = plain(user)
  fields['event.action'] = action.toLowerCase()
  if (/Denied|Error|Fail/.test(action)) fields['event.outcome'] = 'failure'
  else if (/Allowed|^(?:Created|Modified|Deleted|Logout)$/.test(action)) fields['event.outcome'] = 'success'
  const rest = text.slice(whole.length)
  if (!rest.startsWith(' - - ')) {
    const object = rest.trim().slice(0, 1_000)
    if (object !== '') fields['infoblox_nios.log.audit.object'] = plain(object)
    return { time: parseIsoTime(`${day}T${clock}`, 0), fields }
  }
  const pairs = readPairs(rest)
  const ip = pairs.get('ip')
  if (ip !== undefined) setPeer(fields, 'source', ip)
  for (const name of ['to', 'auth', 'group', 'apparently_via', 'trigger_event']) {
    const value = pairs.get(name)
    if (value !== undefined) fields[`infoblox_nios.log.audit.${name}`] = plain(value)
  }
  const reason = pairs.get('error')
  if (reason !== undefined) fields['event.reason'] = plain(reason)
  return { time: parseIsoTime(`${day}T${clock}`, 0), fields }
}

/** `www.example.org. 60 IN A 192.0.2.9; ` and so on. */
function setAnswers(fields: Fields, text: string): void {
  const found = text
    .split(';', MAX_ANSWERS)
    .map((one) => /^ ?(\S{1,255}) (\d{1,10}) (\w{2,4}) (\w{1,10}) (.{1,1000})$/.exec(one.trim()))
    .filter((one) => one !== null)
  if (found.length === 0) return
  fields['dns.answers.name'] = found.map((one) => one[1] ?? '')
  fields['dns.answers.ttl'] = found.map((one) => Number(one[2]))
  fields['dns.answers.class'] = found.map((one) => one[3] ?? '')
  fields['dns.answers.type'] = found.map((one) => one[4] ?? '')
  fields['dns.answers.data'] = found.map((one) => one[5] ?? '')
}

/** NIOS adds to BIND's log of queries what was answered. */
function readDns(text: string, { zoneMinutes }: ParseContext): Parsed | undefined {
  const match = DNS.exec(text.slice(0, 800))
  if (!match) return undefined
  const [whole, day, month = '', year, clock, address = '', port = '', transport = ''] = match
  const [, , , , , , , , name = '', kind = '', type = '', code = '', flags = ''] = match
  const fields = start()
  fields.message = text
  fields['network.protocol'] = 'dns'
  fields['network.transport'] = transport.toLowerCase()
  fields['dns.type'] = 'query'
  fields['event.action'] = 'answer'
  fields['event.outcome'] = code === 'NOERROR' ? 'success' : 'failure'
  setPeer(fields, 'source', address, wholeNumber(port))
  fields['client.ip'] = address
  fields['client.port'] = Number(port)
  setQuestion(fields, name, type, kind)
  fields['dns.response_code'] = code
  const named = [
    flags.startsWith('+') ? 'RA' : '',
    flags.includes('A') ? 'AA' : '',
    flags.includes('D') ? 'DO' : '',
  ]
  const set = named.filter((flag) => flag !== '')
  if (set.length > 0) fields['dns.header_flags'] = set
  setAnswers(fields, text.slice(whole.length))
  const at =
    day === undefined ? undefined : `${year}-${String(monthAt(month, 0)).padStart(2, '0')}-${day}T${clock}`
  return { time: at === undefined ? undefined : parseIsoTime(at, zoneMinutes), fields }
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (text.charCodeAt(4) === 0x2d) return readAudit(text)
  return text.charCodeAt(2) === 0x2d || text.startsWith('client ') ? readDns(text, context) : undefined
}

export const parser: Parser = {
  name: 'infoblox',
  reads: 'Infoblox NIOS: what administrators do, and the log of queries with their answers',
  version: 1,
  clues: [
    ...['httpd', 'serial_console', '-serial_console', 'named'].map((program) => ({ program })),
    { prefix: 'client ' },
    { first: '0123', run: 4, next: '-' },
    { first: '0123', run: 2, next: '-' },
  ],
  rank: 3,
  parse,
  samples: [
    '2026-03-10 12:00:00.123Z [anna]: Login_Allowed - - to=AdminConnector ip=10.0.0.7 auth=LOCAL group=admin-group apparently_via=GUI',
    '2026-03-10 12:00:00.123Z [anna]: Created HostRecord www.example.org DnsView=default: Set address="192.0.2.9"',
    '10-Mar-2026 12:00:00.205 client 10.0.0.7#40567: UDP: query: www.example.org IN A response: NOERROR + www.example.org. 60 IN A 192.0.2.9;',
  ],
}
