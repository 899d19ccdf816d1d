import type { Fields, Scalar } from '../../event/event.ts'
import { numberOf } from '../cloud/number-of.ts'
import type { FieldMap, FieldSetter } from '../fields/field-setters.ts'
import { isObject, isScalar } from '../json/flatten-json.ts'
import type { NameList } from '../json/name-list.ts'
import { isAllowed, type MadeUpName } from '../made-up-name.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { addMessageData, isTextOnly } from '../windows/add-message-data.ts'
import { addOrderedData } from '../windows/add-ordered-data.ts'
import { eventFields } from '../windows/event-fields.ts'
import { FLAT_COLUMNS } from '../windows/flat-columns.ts'
import { readEventDataXml } from '../windows/read-event-xml.ts'
import {
  addEventData,
  dataName,
  ownTime,
  setWriter,
  startEvent,
  type WindowsSystem,
} from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'

function readSystem(json: JsonObject): WindowsSystem | undefined {
  const code = wordOf(json.EventID ?? json.EventCode)
  const channel = wordOf(json.Channel ?? json.LogName ?? json.EventLog ?? json.Logfile)
  const provider = wordOf(
    json.ProviderName ?? json.Provider_Name ?? json.SourceName ?? json.EventSourceName ?? json.Provider,
  )
  if (code === '' || (channel === '' && provider === '')) return undefined
  return {
    code,
    channel,
    provider: provider === '' ? wordOf(json.Source) : provider,
    computer: wordOf(json.Hostname ?? json.Computer ?? json.ComputerName ?? json.HOSTNAME),
    level: json.Level ?? json.EventLevel,
    keywords: json.Keywords ?? json.Type,
  }
}

const readTime = (json: JsonObject, context: ParseContext): bigint | undefined =>
  parseAnyTime(json.UtcTimeCreated ?? json.SystemTime ?? json.TimeCreated ?? json['@timestamp'], 0) ??
  parseAnyTime(json.EventTime, context) ??
  parseAnyTime(json.TimeGenerated, 0)

/** What becomes of one name in events of one kind. */
interface Column extends MadeUpName {
  kind: 'data' | 'number' | 'text' | 'list' | 'nothing'
  set: FieldSetter | undefined
}

/** Of each kind of event its columns, as met. Bounded, because a sender chooses the names. */
const MAX_COLUMNS = 20_000
/** Of members that it vouches for: a JSON text may have more than an event. */
const MAX_MEMBERS = 500
const columns = new Map<FieldMap | undefined, Map<string, Column>>()
let count = 0
/** The same in the order of the names of an object, so that none has to be looked up again. */
const inOrder = new WeakMap<NameList, Map<FieldMap | undefined, readonly Column[]>>()

function columnsOf(map: FieldMap | undefined): Map<string, Column> {
  const known = columns.get(map)
  if (known) return known
  const fresh = new Map<string, Column>()
  columns.set(map, fresh)
  return fresh
}

const NUMBERS: ReadonlySet<string> = new Set(['winlog.process.pid', 'winlog.process.thread.id'])

function kindOf(lifted: string | undefined): Column['kind'] {
  if (lifted === undefined) return 'data'
  if (lifted === '') return 'nothing'
  if (lifted === 'tags') return 'list'
  return NUMBERS.has(lifted) ? 'number' : 'text'
}

function columnOf(known: Map<string, Column>, map: FieldMap | undefined, name: string): Column {
  const set = map?.[name]
  const lifted = set === undefined ? FLAT_COLUMNS.get(name) : undefined
  const column = {
    kind: kindOf(lifted),
    field: lifted ?? dataName(name),
    set,
    allowedBy: undefined,
  }
  if (count < MAX_COLUMNS && name.length < 100) {
    count++
    known.set(name, column)
  }
  return column
}

function columnsInOrder(list: NameList, map: FieldMap | undefined): readonly Column[] {
  const byMap = inOrder.get(list) ?? new Map<FieldMap | undefined, readonly Column[]>()
  inOrder.set(list, byMap)
  const before = byMap.get(map)
  if (before) return before
  const known = columnsOf(map)
  const found = list.names.map((name) => known.get(name) ?? columnOf(known, map, name))
  byMap.set(map, found)
  return found
}

function setLifted(fields: Fields, { kind, field }: Column, value: unknown): void {
  if (kind === 'text') {
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') fields[field] ??= value
  } else if (kind === 'number') {
    const number = numberOf(value) ?? Number.NaN
    if (Number.isInteger(number)) fields[field] ??= number
  } else if (kind === 'list' && Array.isArray(value)) {
    fields[field] = value.filter((tag): tag is Scalar => typeof tag === 'string')
  }
}

/** Azure's tables keep the data together: as an object, or as XML. */
function addData(fields: Fields, map: FieldMap | undefined, value: unknown): void {
  const data = typeof value === 'string' ? readEventDataXml(value) : value
  if (isObject(data)) for (const name in data) addEventData(fields, map, name, data[name])
}

/** NXLog knows no letter case, so that `ProcessId` is lost to the header's `ProcessID`; the text still has it. */
function isSparse(json: JsonObject, map: FieldMap | undefined): boolean {
  return (
    json.ProcessID !== undefined && json.ProcessId === undefined && map !== undefined && 'ProcessId' in map
  )
}

/** What must come after all columns: words of shippers brought into line, the user where the data name none. */
function complete(fields: Fields): void {
  const level = fields['log.level']
  const record = fields['winlog.record_id']
  const user = fields['winlog.user.identifier']
  const account = fields['winlog.user.name']
  if (typeof level === 'string') fields['log.level'] = level.toLowerCase()
  if (typeof record === 'number') fields['winlog.record_id'] = String(record)
  if (user !== undefined) fields['user.id'] ??= user
  if (account !== undefined && fields['user.name'] === undefined) {
    const domain = fields['winlog.user.domain']
    fields['user.name'] = account
    if (domain !== undefined) fields['user.domain'] ??= domain
  }
  setWriter(fields)
}

/** Data that do not stand at the top level. @returns whether there were any */
function addOtherData(
  fields: Fields,
  json: JsonObject,
  map: FieldMap | undefined,
  { provider, code }: WindowsSystem,
): boolean {
  const { EventData: data, StringInserts: inserts = json.InsertionStrings } = json
  const readsMessage =
    inserts === undefined && (isSparse(json, map) || (map !== undefined && isTextOnly(provider)))
  if (data !== undefined) addData(fields, map, data)
  if (inserts !== undefined) addOrderedData(fields, map, provider, code, inserts)
  else if (readsMessage) addMessageData(fields, map, provider, code, String(fields.message ?? ''))
  return data !== undefined || inserts !== undefined || readsMessage
}

/** Everything at the top level: NXLog, Fluent Bit, Azure Monitor, and the recordings of OTRF's Security-Datasets. */
function parse({ json, names }: Line, context: ParseContext): Parsed | undefined {
  const system = json && readSystem(json)
  if (!json || !names || !system) return undefined
  const fields = startEvent(system)
  const map = eventFields(system.provider, system.code)
  const ordered = columnsInOrder(names, map)
  let isBounded = ordered.length <= MAX_MEMBERS
  let at = 0
  for (const name in json) {
    const value = json[name]
    const column = ordered[at++]
    if (column === undefined || column.kind === 'nothing') continue
    if (column.kind !== 'data') {
      if (Array.isArray(value) && value.length > MAX_MEMBERS) isBounded = false
      setLifted(fields, column, value)
    } else if (isScalar(value)) {
      if (!isAllowed(column, context.names)) isBounded = false
      fields[column.field] = value
      column.set?.(fields, value)
    } else if (value !== null) {
      isBounded = false
      addEventData(fields, map, name, value)
    }
  }
  if (addOtherData(fields, json, map, system)) isBounded = false
  complete(fields)
  return { time: ownTime(fields) ?? readTime(json, context), fields, isBounded }
}

export const parser: Parser = {
  name: 'windows-flat',
  reads:
    'Windows events with everything at the top level: NXLog, Fluent Bit, WMI, Azure Monitor, OTRF Security-Datasets',
  version: 3,
  clues: [{ json: ['EventID'] }, { json: ['EventCode', 'Logfile'] }],
  rank: 8,
  parse,
  samples: [
    '{"ProviderName":"Microsoft-Windows-Security-Auditing","EventID":4634,"Level":0,"Keywords":"0x8020000000000000","TimeCreated":"2026-03-10 12:00:00 +0000","EventRecordID":71,"ProcessID":600,"Channel":"Security","Computer":"dc01.example.org","Message":"An account was logged off.\\r\\n\\r\\nSubject:\\r\\n\\tAccount Name:\\t\\tanna\\r\\n","StringInserts":["S-1-5-21-1","anna"]}',
    '{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","SourceName":"Microsoft-Windows-Sysmon","Hostname":"ws01.example.org","EventTime":"2026-03-10 12:00:00","UtcTime":"2026-03-10 12:00:00.125","Image":"C:\\\\Windows\\\\System32\\\\whoami.exe","CommandLine":"whoami /all","ProcessId":"4012","User":"EXAMPLE\\\\anna","Hashes":"SHA256=AB12,IMPHASH=CD34","Message":"Process Create"}',
  ],
}
