import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { alertSeverity } from '../microsoft/alert-severity.ts'
import { huntingTables, setRest } from '../microsoft/hunting-tables.ts'
import { readJsonText } from '../microsoft/read-json-text.ts'
import { Row } from '../microsoft/row.ts'
import { set } from '../microsoft/set-hunting-entities.ts'
import { vendorName } from '../microsoft/vendor-name.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const PREFIX = 'AdvancedHunting-'

/** What Elastic's agents call the same; other actions keep their names, in lower case. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['DeviceProcessEvents ProcessCreated', 'start'],
  ['CloudProcessEvents ProcessCreated', 'start'],
  ['DeviceFileEvents FileCreated', 'creation'],
  ['DeviceFileEvents FileModified', 'modification'],
  ['DeviceFileEvents FileDeleted', 'deletion'],
  ['DeviceFileEvents FileRenamed', 'rename'],
  ['DeviceRegistryEvents RegistryValueSet', 'modification'],
  ['DeviceImageLoadEvents ImageLoaded', 'load'],
])

function setAction(fields: Fields, table: string, row: Row): void {
  const action = row.text('ActionType', 'DeliveryAction')
  if (action === undefined) return
  fields['event.action'] = ACTIONS.get(`${table} ${action}`) ?? action.toLowerCase().replaceAll(' ', '-')
  if (/(?:Success|Succeeded)$/.test(action)) fields['event.outcome'] = 'success'
  else if (/Fail(?:ed|ure)$/.test(action)) fields['event.outcome'] = 'failure'
}

function setColumns(fields: Fields, columns: JsonObject): void {
  for (const name in columns) {
    const value = columns[name]
    if (value === null || value === '') continue
    const field = `m365_defender.event.${vendorName(name)}`
    const details = name === 'AdditionalFields' ? readJsonText(value) : undefined
    flattenJson(fields, field, details ?? value)
  }
}

interface TableRow {
  table: string
  columns: JsonObject
}

/** Tables of devices by how their actions begin; all others are in DeviceEvents. */
const TABLES: readonly (readonly [actions: RegExp, table: string])[] = [
  [/^ProcessCreated/, 'DeviceProcessEvents'],
  [
    /^(?:Connection|InboundConnection|ListeningConnection|NetworkSignature|DnsConnection)/,
    'DeviceNetworkEvents',
  ],
  [/^File(?:Created|Modified|Deleted|Renamed)/, 'DeviceFileEvents'],
  [/^Registry/, 'DeviceRegistryEvents'],
  [/^Logon/, 'DeviceLogonEvents'],
  [/^ImageLoaded/, 'DeviceImageLoadEvents'],
]

/** In the envelope that Defender XDR streams, or alone, as a query answers and Log Analytics exports it. */
function rowOf(json: JsonObject): TableRow | undefined {
  const { category, properties, Type: type, ActionType: action } = json
  if (typeof category === 'string' && category.startsWith(PREFIX) && isObject(properties))
    return { table: category.slice(PREFIX.length), columns: properties }
  if (typeof action !== 'string' || !('DeviceId' in json)) return undefined
  if (typeof type === 'string' && huntingTables.has(type)) return { table: type, columns: json }
  return { table: TABLES.find(([actions]) => actions.test(action))?.[1] ?? 'DeviceEvents', columns: json }
}

/** A row of a table of advanced hunting. */
function parse({ json }: Line): Parsed | undefined {
  const found = json && rowOf(json)
  if (!found) return undefined
  const { table, columns } = found
  const row = new Row(columns)
  const fields = createFields()
  fields['event.module'] = 'm365_defender'
  fields['event.dataset'] = 'm365_defender.event'
  fields['observer.vendor'] = 'Microsoft'
  fields['observer.product'] = 'Microsoft 365 Defender'
  fields['m365_defender.event.table'] = table
  setColumns(fields, columns)
  setAction(fields, table, row)
  set(fields, 'event.id', row.text('AlertId', 'ReportId'))
  set(fields, 'event.severity', alertSeverity(row.text('Severity')))
  set(fields, 'host.name', row.text('DeviceName'))
  set(fields, 'host.id', row.text('DeviceId'))
  set(fields, 'cloud.account.id', typeof json?.tenantId === 'string' ? json.tenantId : undefined)
  huntingTables.get(table)?.(fields, row)
  setRest(fields, row)
  const time = row.text('Timestamp', 'TimeGenerated') ?? (typeof json?.time === 'string' ? json.time : '')
  return { time: parseIsoTime(time, 0), fields }
}

export const parser: Parser = {
  name: 'defender-hunting',
  reads:
    'Microsoft Defender XDR: rows of the tables of advanced hunting, as streamed to event hubs or exported',
  version: 1,
  clues: [{ json: ['category', 'properties'] }, { json: ['ActionType', 'DeviceId', 'ReportId'] }],
  rank: 10,
  parse,
  samples: [
    '{"time":"2026-03-10T12:01:00.5Z","tenantId":"3c1f0b8e-0000-4000-8000-000000000001","operationName":"Publish","category":"AdvancedHunting-DeviceProcessEvents","properties":{"Timestamp":"2026-03-10T12:00:00.1234567Z","DeviceName":"ws01.example.org","DeviceId":"d1","ActionType":"ProcessCreated","FileName":"whoami.exe","FolderPath":"C:\\\\Windows\\\\System32\\\\whoami.exe","SHA1":"aa11","ProcessId":4012,"ProcessCommandLine":"whoami /all","AccountDomain":"example","AccountName":"anna","AccountSid":"S-1-5-21-1-2-3-1001","InitiatingProcessFileName":"cmd.exe","InitiatingProcessId":900,"InitiatingProcessFolderPath":"c:\\\\windows\\\\system32","ReportId":7,"AdditionalFields":"{}"}}',
    '{"time":"2026-03-10T12:01:00.5Z","tenantId":"3c1f0b8e-0000-4000-8000-000000000001","operationName":"Publish","category":"AdvancedHunting-DeviceNetworkEvents","properties":{"Timestamp":"2026-03-10T12:00:00.1234567Z","DeviceName":"ws01.example.org","ActionType":"ConnectionSuccess","RemoteIP":"203.0.113.9","RemotePort":443,"RemoteUrl":"https://files.example.org/a.zip","LocalIP":"192.168.7.4","LocalPort":51012,"Protocol":"Tcp","InitiatingProcessFileName":"curl.exe","InitiatingProcessId":4100,"ReportId":8}}',
  ],
}
