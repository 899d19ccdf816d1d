import type { Fields } from '../../event/event.ts'
import { CONFIG_SHORT } from '../panos/column-names.ts'
import { COLUMNS, type Column, toColumns } from '../panos/columns.ts'
import { finishSession } from '../panos/finish-session.ts'
import { isoOf, parsePanosTime, setSpan } from '../panos/set-span.ts'
import { startPanosEvent } from '../panos/start-panos-event.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { splitCsv } from '../text/split-csv.ts'
import { inferZone } from '../time/infer-zone.ts'
import type { Clock } from '../time/local-time.ts'

const MAX_HEADER = 200
const DIGITS = /^\d{0,20}$/
/** `2026/03/10`, `2026-03-10`, `3/10/26`. */
const DATE = /\d{1,4}[/-]\d/y

function isDateAt(text: string, at: number): boolean {
  DATE.lastIndex = at
  return DATE.test(text)
}

function setColumns(
  fields: Fields,
  columns: readonly (Column | undefined)[],
  values: readonly string[],
): void {
  const count = Math.min(columns.length, values.length)
  for (let i = 0; i < count; i++) {
    const column = columns[i]
    const value = values[i]
    if (column === undefined || value === undefined || value === '' || value === ' ') continue
    if (column.set === undefined) fields[column.field] = value
    else column.set(fields, value)
  }
}

const SHORT_CONFIG = toColumns(CONFIG_SHORT)

function columnsOf(type: string, values: readonly string[]): readonly (Column | undefined)[] | undefined {
  // The sequence number stands two columns earlier where the details of a change are left out.
  if (type === 'CONFIG' && (values[8] ?? '').startsWith('0x')) return SHORT_CONFIG
  return COLUMNS.get(type)
}

/** `serial,time,audit,config version,source of the command,user,command,result`: an administrator's commands. */
function parseAudit(
  text: string,
  head: readonly string[],
  bodyAt: number,
  host: string | undefined,
  clock: number | Clock,
): Parsed | undefined {
  const [serial = '', stamp = ''] = head
  const time = parsePanosTime(stamp, clock)
  if (time === undefined) return undefined
  const fields = startPanosEvent('AUDIT')
  const message = text.slice(bodyAt)
  const [version, source, user, command, result] = splitCsv(message)
  fields.message = message
  if (serial !== '') fields['observer.serial_number'] = serial
  if (host !== undefined) fields['observer.hostname'] = host
  if (version) fields['panw.panos.config_version'] = version
  if (source) fields['panw.panos.cmd_source'] = source
  if (user) fields['user.name'] = user
  if (command) fields['panw.panos.cmd'] = command
  if (result) fields['event.outcome'] = result
  return { time, fields }
}

function parse({ text, host, time: sent }: Line, context: ParseContext): Parsed | undefined {
  const head: string[] = []
  let at = 0
  while (head.length < 7) {
    const comma = text.indexOf(',', at)
    if (comma < 0 || comma > MAX_HEADER) return undefined
    head.push(text.slice(at, comma))
    at = comma + 1
    // Most lines that begin with a digit are not ours: the first column is a number, the second a time.
    if (head.length === 1 && !(DIGITS.test(head[0] ?? '') && isDateAt(text, at))) return undefined
    if (head.length === 3 && head[2] === 'audit') return parseAudit(text, head, at, host, context)
  }
  const [, received = '', serial = '', written = '', subtype = '', , generated = ''] = head
  const type = written.replace('-', '').toUpperCase()
  const message = text.slice(at)
  const values = splitCsv(message)
  const columns = columnsOf(type, values)
  const assumed = columns && parsePanosTime(received, context)
  if (columns === undefined || assumed === undefined) return undefined
  const clock = inferZone(assumed, sent, context)
  const time = parsePanosTime(received, clock) ?? assumed

  const fields = startPanosEvent(type)
  fields.message = message
  if (serial !== '') fields['observer.serial_number'] = serial
  if (subtype !== '') fields['panw.panos.sub_type'] = subtype
  const made = parsePanosTime(generated, clock)
  if (made !== undefined) fields['event.created'] = isoOf(made)
  setColumns(fields, columns, values)
  setSpan(fields, clock)
  const repeated = wholeNumber(String(fields['panw.panos.repeat_count'] ?? ''))
  if (repeated !== undefined) fields['panw.panos.repeat_count'] = repeated
  finishSession(fields)
  const precise = fields['panw.panos.high_resolution_timestamp']
  const best = typeof precise === 'string' ? parsePanosTime(precise, clock) : undefined
  // An unset clock says 1970.
  return { time: best !== undefined && best > 86_400_000_000_000n * 366n ? best : time, fields }
}

export const parser: Parser = {
  name: 'panos',
  reads: 'Palo Alto Networks PAN-OS, all types of logs as comma-separated values, of all releases',
  version: 1,
  clues: [{ first: '0123456789,', next: ',' }],
  rank: 8,
  ownNames: true,
  parse,
  samples: [
    '1,2026/03/10 12:00:00,001122334455667,TRAFFIC,end,2561,2026/03/10 12:00:00,10.0.0.7,203.0.113.9,198.51.100.1,203.0.113.9,allow-web,example\\anna,,ssl,vsys1,trust,untrust,ethernet1/2,ethernet1/1,forward,2026/03/10 12:00:00,4711,1,51000,443,40100,443,0x400053,tcp,allow,9000,2000,7000,40,2026/03/10 11:59:00,55,computer-and-internet-info,0,77,0x0,10.0.0.0-10.255.255.255,Germany,0,18,22,tcp-fin,0,0,0,0,,fw01,from-policy',
    '1,2026/03/10 12:00:00,001122334455667,THREAT,url,2561,2026/03/10 12:00:00,10.0.0.7,203.0.113.9,0.0.0.0,0.0.0.0,allow-web,,,web-browsing,vsys1,trust,untrust,ethernet1/2,ethernet1/1,forward,2026/03/10 12:00:00,4712,1,51001,80,0,0,0x0,tcp,block-url,"www.example.org/a/b.php?x=1",(9999),malware,informational,client-to-server,78,0x0,10.0.0.0-10.255.255.255,Germany,0,text/html',
    '1,2026/03/10 12:00:00,001122334455667,SYSTEM,general,0,2026/03/10 12:00:00,,general,,0,0,general,informational,"User anna logged in via Web from 10.0.0.8 using https",79,0x0,0,0,0,0,,fw01',
    '1,2026/03/10 12:00:00,001122334455667,CONFIG,0,0,2026/03/10 12:00:00,10.0.0.8,,set,anna,Web,Succeeded, config shared local-user-database user bob,80,0x0',
    '001122334455667,2026/03/10 12:00:00,audit,2561,gui-op,anna,"<show><jobs/></show>",success',
  ],
}
