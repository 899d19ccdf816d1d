import type { Fields, Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { eventFields } from '../windows/event-fields.ts'
import {
  addEventData,
  eventTime,
  setSystem,
  setWriter,
  type WindowsSystem,
} from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'

/** What shippers add or lift out of `System`: its ECS name, or '' where other fields say it already. */
const SYSTEM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EventID: '',
    Channel: '',
    LogName: '',
    Hostname: '',
    HOSTNAME: '',
    Computer: '',
    ComputerName: '',
    SourceName: '',
    ProviderName: '',
    Provider_Name: '',
    Keywords: '',
    Level: '',
    TimeCreated: '',
    EventTime: '',
    SystemTime: '',
    UtcTimeCreated: '',
    '@timestamp': '',
    '@version': '',
    EventReceivedTime: '',
    SourceModuleName: '',
    SourceModuleType: '',
    SeverityValue: '',
    Severity: 'log.level',
    OpcodeValue: '',
    EventTypeOrignal: '',
    Message: 'message',
    message: 'message',
    Version: 'winlog.version',
    Task: 'winlog.task',
    Category: 'winlog.task',
    Opcode: 'winlog.opcode',
    RecordNumber: 'winlog.record_id',
    EventRecordID: 'winlog.record_id',
    ProviderGuid: 'winlog.provider_guid',
    ExecutionProcessID: 'winlog.process.pid',
    ProcessID: 'winlog.process.pid',
    ThreadID: 'winlog.process.thread.id',
    ExecutionThreadID: 'winlog.process.thread.id',
    ActivityID: 'winlog.activity_id',
    UserID: 'winlog.user.identifier',
    Domain: 'winlog.user.domain',
    AccountName: 'winlog.user.name',
    AccountType: 'winlog.user.type',
    host: 'agent.name',
    tags: 'tags',
  }),
)

/** Of several names for one thing, the first that is there. */
function first(json: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) if (json[name] !== undefined && json[name] !== null) return json[name]
  return undefined
}

function readSystem(json: JsonObject, context: ParseContext): WindowsSystem | undefined {
  const code = wordOf(json.EventID)
  const channel = wordOf(first(json, 'Channel', 'LogName'))
  const provider = wordOf(first(json, 'ProviderName', 'Provider_Name', 'SourceName'))
  if (code === '' || (channel === '' && provider === '')) return undefined
  return {
    code,
    channel,
    provider,
    computer: wordOf(first(json, 'Hostname', 'Computer', 'ComputerName', 'HOSTNAME')),
    time:
      parseAnyTime(first(json, 'UtcTimeCreated', 'SystemTime', 'TimeCreated', '@timestamp'), 0) ??
      parseAnyTime(json.EventTime, context.zoneMinutes),
    level: json.Level,
    keywords: json.Keywords,
  }
}

function setKnown(fields: Fields, field: string, value: unknown): void {
  if (field === 'winlog.process.pid') {
    const pid = Number(value)
    if (Number.isInteger(pid)) fields[field] ??= pid
  } else if (typeof value === 'string' || typeof value === 'number') fields[field] ??= value
  else if (field === 'tags' && Array.isArray(value)) {
    fields[field] = value.filter((tag): tag is Scalar => typeof tag === 'string')
  }
}

/** Everything at the top level: NXLog, and the recordings of OTRF's Security-Datasets. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const system = json && readSystem(json, context)
  if (!json || !system) return undefined
  const fields = createFields()
  setSystem(fields, system)
  const map = eventFields(system.provider, system.code)
  for (const name in json) {
    const known = SYSTEM.get(name)
    const data = known === undefined || (map !== undefined && name in map)
    if (data) addEventData(fields, map, name, json[name])
    else if (known !== '') setKnown(fields, known, json[name])
  }
  const level = fields['log.level']
  if (typeof level === 'string') fields['log.level'] = level.toLowerCase()
  if (typeof fields['winlog.record_id'] === 'number') {
    fields['winlog.record_id'] = String(fields['winlog.record_id'])
  }
  const user = fields['winlog.user.identifier']
  if (user !== undefined) fields['user.id'] ??= user
  const account = fields['winlog.user.name']
  const domain = fields['winlog.user.domain']
  if (fields['user.name'] === undefined && account !== undefined) {
    fields['user.name'] = account
    if (domain !== undefined) fields['user.domain'] ??= domain
  }
  setWriter(fields)
  return { time: eventTime(fields, system), fields }
}

export const parser: Parser = {
  name: 'windows-flat',
  reads: 'Windows events with everything at the top level: NXLog, OTRF Security-Datasets',
  version: 2,
  clues: [{ json: ['EventID'] }],
  rank: 8,
  parse,
  samples: [
    '{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","SourceName":"Microsoft-Windows-Sysmon","Hostname":"ws01.example.org","EventTime":"2026-03-10 12:00:00","UtcTime":"2026-03-10 12:00:00.125","Image":"C:\\\\Windows\\\\System32\\\\whoami.exe","CommandLine":"whoami /all","ProcessId":"4012","User":"EXAMPLE\\\\anna","Hashes":"SHA256=AB12,IMPHASH=CD34","Message":"Process Create"}',
  ],
}
