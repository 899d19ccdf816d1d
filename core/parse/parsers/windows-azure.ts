import { isObject } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { readEventXml } from '../windows/read-event-xml.ts'
import { readEvtxEvent } from '../windows/read-evtx-event.ts'
import { wordOf } from '../windows/word-of.ts'

/** The diagnostics extension of Azure's machines: the event's XML inside JSON, with its rendered text. */
function parse({ json }: Line): Parsed | undefined {
  const properties = json?.properties
  const xml = isObject(properties) ? properties.RawXml : undefined
  if (!isObject(properties) || typeof xml !== 'string') return undefined
  const read = readEventXml(xml)
  const parsed = read && readEvtxEvent(read.event)
  if (!parsed) return undefined
  const { fields } = parsed
  const message = wordOf(properties.Description)
  const role = wordOf(properties.RoleInstance)
  if (message !== '') fields.message ??= message
  if (role !== '') fields['cloud.instance.name'] = role.replace(/^_/, '')
  fields['cloud.provider'] = 'azure'
  return parsed
}

export const parser: Parser = {
  name: 'windows-azure',
  reads: "Windows events from Azure's diagnostics extension: `properties.RawXml`",
  version: 1,
  clues: [{ json: ['properties', 'category'] }],
  rank: 11,
  parse,
  samples: [
    `{"time":"2026-03-10T12:00:00.5Z","category":"WindowsEventLogsTable","level":"Informational","properties":{"DeploymentId":"d1","RoleInstance":"_VM01","ProviderName":"Microsoft-Windows-Security-Auditing","EventId":4634,"Pid":600,"Channel":"Security","Description":"An account was logged off.","RawXml":"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4634</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime='2026-03-10T12:00:00.123456700Z'/><Execution ProcessID='600' ThreadID='604'/><Channel>Security</Channel><Computer>vm01.example.org</Computer></System><EventData><Data Name='TargetUserName'>anna</Data><Data Name='TargetLogonId'>0x5ab</Data><Data Name='LogonType'>3</Data></EventData></Event>"}}`,
  ],
}
