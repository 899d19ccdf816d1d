import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { account, address, type FieldMap, number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { NPS_COLUMNS, NPS_REASONS, PACKET_TYPES } from '../radius/nps-columns.ts'
import { splitCsv } from '../text/split-csv.ts'
import { type Clock, localToUtc } from '../time/local-time.ts'
import { toNanos } from '../time/to-nanos.ts'
import { readXml } from '../xml/read-xml.ts'

const user = account('user')

const MAP: FieldMap = {
  'Computer-Name': text('observer.hostname'),
  'Event-Source': text('service.name'),
  'Fully-Qualifed-User-Name': (fields, value) => {
    if (String(value).includes('\\')) user(fields, value)
  },
  'SAM-Account-Name': user,
  'User-Name': (fields, value) => {
    const name = String(value)
    if (name.includes('@')) text('user.email')(fields, name)
    else if (name.includes('\\')) user(fields, name)
    else text('user.name')(fields, name)
  },
  'Calling-Station-Id': address('source'),
  'Client-IP-Address': text('observer.ip'),
  'NP-Policy-Name': text('rule.name'),
  'Proxy-Policy-Name': text('rule.ruleset'),
  'Framed-IP-Address': text('source.nat.ip'),
  'Acct-Input-Octets': number('source.bytes'),
  'Acct-Output-Octets': number('destination.bytes'),
  'Acct-Input-Packets': number('source.packets'),
  'Acct-Output-Packets': number('destination.packets'),
  'Acct-Session-Id': text('session.id'),
  'Reason-Code': (fields, value) => {
    fields['event.reason'] ??= NPS_REASONS.get(String(value)) ?? `reason ${value}`
  },
  'Packet-Type': (fields, value) => {
    const name = PACKET_TYPES.get(String(value))
    if (name !== undefined) fields['event.action'] = name
  },
  'Framed-Protocol': (fields, value) => {
    if (String(value) === '1') fields['network.protocol'] = 'ppp'
  },
}

const WHEN = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?$/

/** American order, in the zone of the server. */
function readTime(when: string, clock: number | Clock): bigint | undefined {
  const parts = WHEN.exec(when)?.slice(1).map(Number)
  if (!parts) return undefined
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0, milli] = parts
  const millis = Number.isFinite(milli) ? milli : 0
  return toNanos(localToUtc(Date.UTC(year, month - 1, day, hour, minute, second, millis), clock))
}

function fill(values: Iterable<readonly [string, string]>): Fields {
  const fields = createFields()
  fields['event.module'] = 'nps'
  fields['event.dataset'] = 'nps.log'
  fields['observer.vendor'] = 'Microsoft'
  fields['observer.product'] = 'Network Policy Server'
  for (const [name, value] of values) {
    if (value === '') continue
    fields[`nps.${name.toLowerCase().replaceAll('-', '_')}`] = value
    if (Object.hasOwn(MAP, name)) MAP[name]?.(fields, value)
  }
  return fields
}

function readRow(row: string, context: ParseContext): Parsed | undefined {
  const values = splitCsv(row)
  const time = readTime(`${values[2]} ${values[3]}`, context)
  if (time === undefined || !/^\d{1,3}$/.test(values[4] ?? '')) return undefined
  return { time, fields: fill(NPS_COLUMNS.map((name, i) => [name, values[i] ?? ''] as const)) }
}

function readElements(xml: string, context: ParseContext): Parsed | undefined {
  const root = readXml(xml)?.root
  const time = root?.children.find(({ name }) => name === 'Timestamp')?.text
  if (root === undefined || time === undefined) return undefined
  const values = root.children.map(({ name, text }) => [name, text] as const)
  return { time: readTime(time, context), fields: fill(values) }
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  return text.startsWith('<') ? readElements(text, context) : readRow(text, context)
}

export const parser: Parser = {
  name: 'nps',
  reads: 'RADIUS log of Microsoft NPS and Always On VPN, database-compatible or XML',
  version: 1,
  clues: [{ prefix: '"' }, { prefix: '<Event><Timestamp ' }],
  rank: 1,
  parse,
  samples: [
    '"NPS01","IAS",03/10/2026,12:00:00,2,"anna@example.org","EXAMPLE\\anna",,"203.0.113.9",,,"VPN01","192.168.7.1",12,0,"192.168.7.1","vpn01",,,5,,1,2,11,"VPN users",0,"311 1",,,,"Microsoft: Secured password (EAP-MSCHAP v2)"',
    '<Event><Timestamp data_type="4">03/10/2026 12:00:00.125</Timestamp><Computer-Name data_type="1">NPS01</Computer-Name><Event-Source data_type="1">IAS</Event-Source><User-Name data_type="1">EXAMPLE\\anna</User-Name><Calling-Station-Id data_type="1">203.0.113.9</Calling-Station-Id><Packet-Type data_type="0">3</Packet-Type><Reason-Code data_type="0">16</Reason-Code></Event>',
  ],
}
