import type { Fields } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { SEP_FIELDS } from '../symantec/endpoint-fields.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { snakeCase } from '../text/snake-case.ts'
import { splitCsv } from '../text/split-csv.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const PAIR = /^([A-Z][\w ()-]{1,40}): ?(.*)$/s
const RISK =
  /^(?:Virus|Security risk|Potential risk|Compressed file|SONAR|Commercial application|Forced SONAR) /
/** Of lines without header: what the server says about itself, scans, risks. */
const STARTS = [
  'Site: ',
  'Scan ID: ',
  'Virus found,',
  'Security risk found,',
  'Potential risk found,',
  'SONAR detection',
]
const LEAST_PAIRS = 2

interface Columns {
  pairs: Map<string, string>
  /** Columns without a name. */
  bare: string[]
}

function readColumns(text: string): Columns {
  const pairs = new Map<string, string>()
  const bare: string[] = []
  for (const column of splitCsv(text)) {
    const value = column.trim().replace(/^'(.*)'$/s, '$1')
    const [, name, rest = ''] = PAIR.exec(value) ?? []
    if (name === undefined) {
      if (value !== '') bare.push(value)
    } else if (!pairs.has(name)) pairs.set(name, rest.trim())
  }
  return { pairs, bare }
}

/** Which end began it, the line tells by a word of its own. */
function setEnds(fields: Fields, { pairs, bare }: Columns): void {
  const inbound = bare.includes('Inbound')
  const outbound = bare.includes('Outbound')
  const remote = (pairs.get('Remote Host IP') ?? '').replace(/\.$/, '')
  const local = pairs.get('Local Host IP') ?? pairs.get('Local Host') ?? ''
  if (remote === '' && local === '') return
  const [source, destination] = inbound
    ? [['Remote Port', remote] as const, ['Local Port', local] as const]
    : [['Local Port', local] as const, ['Remote Port', remote] as const]
  setPeer(fields, 'source', source[1], wholeNumber(pairs.get(source[0]) ?? ''))
  setPeer(fields, 'destination', destination[1], wholeNumber(pairs.get(destination[0]) ?? ''))
  if (inbound || outbound) fields['network.direction'] = inbound ? 'ingress' : 'egress'
  const transport = bare.find((word) => /^(?:TCP|UDP|ICMP)$/i.test(word))
  if (transport !== undefined) fields['network.transport'] = transport.toLowerCase()
}

function setTimes(
  fields: Fields,
  pairs: ReadonlyMap<string, string>,
  zoneMinutes: number,
): bigint | undefined {
  const at = (...names: readonly string[]): bigint | undefined => {
    const value = names.map((name) => pairs.get(name)).find((one) => one !== undefined && one !== '')
    return value === undefined ? undefined : parseAnyTime(value, zoneMinutes)
  }
  const [begin, end, event] = [at('Begin', 'Begin Time'), at('End Time', 'End'), at('Event time')]
  if (begin !== undefined) fields['event.start'] = printTime(begin)
  if (end !== undefined) fields['event.end'] = printTime(end)
  const seconds = wholeNumber(pairs.get('Duration (seconds)') ?? '')
  if (seconds !== undefined) fields['event.duration'] = seconds * 1e9
  return event ?? end ?? begin
}

/** What the columns without names say: the host or the message first, by kind of log. */
function setBare(fields: Fields, text: string, { pairs, bare }: Columns): void {
  const [first = ''] = bare
  if (RISK.test(text)) {
    fields.message = first
    const path = bare.find((value) => /^(?:[a-z]:\\|\/|\\\\)/i.test(value))
    if (path !== undefined) SEP_FIELDS['File path']?.(fields, path)
  } else if (pairs.has('Scan ID')) {
    fields['event.action'] = first.toLowerCase()
    fields.message ??= bare[1] ?? first
  } else if (pairs.has('Site')) {
    fields.message ??= first
    if (/log on failed|login failed/i.test(String(fields.message))) fields['event.outcome'] = 'failure'
    else if (/log on succeeded|login succeeded/i.test(String(fields.message)))
      fields['event.outcome'] = 'success'
    const [, machine, user, domain] = bare
    if (machine !== undefined && /received the client log/.test(first)) SEP_FIELDS.Computer?.(fields, machine)
    if (user !== undefined && domain !== undefined) fields['user.name'] ??= user
  } else {
    SEP_FIELDS.Computer?.(fields, first)
    const word = bare[1] ?? ''
    if (/^(?:Blocked|Continue|Allowed|Terminated)$/.test(word)) fields['event.action'] ??= word.toLowerCase()
  }
}

function parse({ text, program }: Line, { zoneMinutes }: ParseContext): Parsed | undefined {
  const first = text.charCodeAt(0)
  if (first === 0x3c || first === 0x7b || !text.includes(',')) return undefined
  const columns = readColumns(text)
  const { pairs } = columns
  if (pairs.size < LEAST_PAIRS && program !== 'symantecserver') return undefined
  const fields = createFields()
  fields['event.module'] = 'symantec_endpoint'
  fields['event.dataset'] = 'symantec_endpoint.log'
  fields['observer.vendor'] = 'Symantec'
  fields['observer.product'] = 'Symantec Endpoint Protection'
  for (const [name, value] of pairs) {
    if (value === '' || value === 'N/A') continue
    const set = Object.hasOwn(SEP_FIELDS, name) ? SEP_FIELDS[name] : undefined
    if (set !== undefined) set(fields, value)
    else fields[`symantec_endpoint.log.${snakeCase(name)}`] = value
  }
  setBare(fields, text, columns)
  setEnds(fields, columns)
  fields.message ??= text
  const kind = RISK.test(text)
    ? 'risk'
    : pairs.has('Scan ID')
      ? 'scan'
      : pairs.has('Remote Host IP')
        ? 'traffic'
        : 'system'
  fields['symantec_endpoint.log.kind'] = kind
  if (fields['event.action'] === 'blocked') fields['event.outcome'] ??= 'failure'
  return { time: setTimes(fields, pairs, zoneMinutes), fields }
}

export const parser: Parser = {
  name: 'symantec-endpoint',
  reads: 'Symantec Endpoint Protection: risks, scans, traffic, intrusions, behaviour, administrators',
  version: 1,
  clues: [{ program: 'symantecserver' }, ...STARTS.map((prefix) => ({ prefix }))],
  parse,
  samples: [
    'Virus found,IP Address: 10.0.0.7,Computer name: pc7,Source: Auto-Protect scan,Risk name: EICAR Test String,Occurrences: 1,File path: c:\\temp\\eicar.com,Actual action: Quarantined,Requested action: Cleaned,Event time: 2026-03-10 12:00:00,User Name: anna,Domain Name: EXAMPLE',
    'Scan ID: 4711,Begin: 2026-03-10 11:50:00,End Time: 2026-03-10 12:00:00,Completed,Duration (seconds): 600,User1: anna,User2: SYSTEM,Scan started on all drives.,Threats: 0,Infected: 0,Total files: 512,Computer: pc7,IP Address: 10.0.0.7',
    'Site: HQ,Server Name: sep1,Domain Name: Default,Admin: anna,Event Description: Administrator log on failed',
  ],
}
