import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { type Clock, localToUtc } from '../time/local-time.ts'
import { toNanos } from '../time/to-nanos.ts'
import { addMessageData } from '../windows/add-message-data.ts'
import { eventFields } from '../windows/event-fields.ts'
import { setSystem } from '../windows/windows-event.ts'

const MARK = 'LogName='
const MAX_LINES = 64
const TIME = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})? ([AP]M)$/

/** Event Viewer's names of providers, where they are not the providers' own. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['Microsoft Windows security auditing.', 'Microsoft-Windows-Security-Auditing'],
])

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['critical', 1],
  ['error', 2],
  ['warning', 3],
  ['information', 4],
  ['verbose', 5],
])

/** `03/10/2026 12:00:00 PM`, in the zone of the machine. */
function readTime(line: string, clock: number | Clock): bigint | undefined {
  const match = TIME.exec(line.trim())
  if (!match) return undefined
  const [month, day, year] = [digitsAt(line, 0, 2), digitsAt(line, 3, 2), digitsAt(line, 6, 4)]
  const hour = (digitsAt(line, 11, 2) % 12) + (match[7] === 'PM' ? 12 : 0)
  return toNanos(
    localToUtc(Date.UTC(year, month - 1, day, hour, digitsAt(line, 14, 2), digitsAt(line, 17, 2)), clock),
  )
}

function setNamed(fields: Fields, values: ReadonlyMap<string, string>): void {
  for (const [name, field] of [
    ['RecordNumber', 'winlog.record_id'],
    ['TaskCategory', 'winlog.task'],
    ['OpCode', 'winlog.opcode'],
    ['Sid', 'winlog.user.identifier'],
    ['User', 'winlog.user.name'],
  ] as const) {
    const value = values.get(name)
    if (value !== undefined && value !== '' && value !== 'None' && value !== 'NOT_TRANSLATED')
      fields[field] = value
  }
  const sid = fields['winlog.user.identifier']
  if (sid !== undefined) fields['user.id'] ??= sid
}

/** Lines of `Name=value` up to `Message=`, which goes on to the end: Splunk's `WinEventLog`. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const first = text.indexOf(MARK)
  if (first < 0 || first > 64) return undefined
  const at = text.indexOf('\nMessage=', first)
  const head = at < 0 ? text : text.slice(0, at)
  const values = new Map<string, string>()
  for (const line of head.slice(first).split('\n', MAX_LINES)) {
    const equals = line.indexOf('=')
    if (equals > 0) values.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim())
  }
  const code = values.get('EventCode') ?? ''
  const source = values.get('SourceName') ?? ''
  if (!/^\d{1,10}$/.test(code)) return undefined
  const fields = createFields()
  const system = {
    code,
    provider: PROVIDERS.get(source) ?? source,
    channel: values.get('LogName') ?? '',
    computer: values.get('ComputerName') ?? '',
    level: LEVELS.get((values.get('Type') ?? '').toLowerCase()),
    keywords: values.get('Keywords'),
  }
  const message = at < 0 ? '' : text.slice(at + 9).trim()
  setSystem(fields, system)
  if (message !== '') fields.message = message
  addMessageData(fields, eventFields(system.provider, code), system.provider, code, message)
  setNamed(fields, values)
  return { time: readTime(text.slice(0, first), context), fields }
}

export const parser: Parser = {
  name: 'windows-text',
  reads: "Windows events as lines of `Name=value` and a text: Splunk's WinEventLog",
  version: 1,
  clues: [{ prefix: MARK }, { first: '01' }],
  rank: -1,
  parse,
  samples: [
    '03/10/2026 12:00:00 PM\nLogName=Security\nSourceName=Microsoft Windows security auditing.\nEventCode=4624\nEventType=0\nType=Information\nComputerName=dc01.example.org\nTaskCategory=Logon\nOpCode=Info\nRecordNumber=71\nKeywords=Audit Success\nMessage=An account was successfully logged on.\n\nSubject:\n\tSecurity ID:\t\tS-1-5-18\n\nNew Logon:\n\tSecurity ID:\t\tS-1-5-21-1\n\tAccount Name:\t\tanna\n\tAccount Domain:\t\tEXAMPLE\n\nNetwork Information:\n\tSource Network Address:\t203.0.113.9',
    'LogName=System\nEventCode=7036\nType=Information\nSourceName=Microsoft-Windows-Service Control Manager\nComputerName=ws01.example.org\nMessage=The Print Spooler service entered the stopped state.',
  ],
}
