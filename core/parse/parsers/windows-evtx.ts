import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { windowsEvent } from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'

/** Attributes stand in `X.#attributes`, or beside the element in `X_attributes`. */
function attributes(system: JsonObject, element: string): JsonObject {
  const own = system[element]
  const inside = isObject(own) ? own['#attributes'] : undefined
  const beside = system[`${element}_attributes`]
  if (isObject(inside)) return inside
  return isObject(beside) ? beside : {}
}

/** `{"Event": {"System": ..., "EventData": ...}}`, as evtx_dump, Chainsaw and their kin write it. */
function parse({ json }: Line): Parsed | undefined {
  const event = json?.Event
  const system = isObject(event) ? event.System : undefined
  if (!isObject(event) || !isObject(system)) return undefined
  const provider = attributes(system, 'Provider')
  const data = event.EventData
  const parsed = windowsEvent(
    {
      provider: wordOf(provider.Name) || wordOf(provider.EventSourceName),
      code: wordOf(system.EventID),
      channel: wordOf(system.Channel),
      computer: wordOf(system.Computer),
      time: parseIsoTime(wordOf(attributes(system, 'TimeCreated').SystemTime), 0),
      level: system.Level,
      keywords: system.Keywords,
    },
    isObject(data) ? data : {},
  )
  const { fields } = parsed
  delete fields['winlog.event_data.#attributes.Name']
  const execution = attributes(system, 'Execution')
  const record = wordOf(system.EventRecordID)
  const user = wordOf(attributes(system, 'Security').UserID)
  if (record !== '') fields['winlog.record_id'] = record
  if (typeof execution.ProcessID === 'number') fields['winlog.process.pid'] = execution.ProcessID
  if (user !== '') {
    fields['winlog.user.identifier'] = user
    fields['user.id'] ??= user
  }
  if (isObject(event.UserData)) flattenJson(fields, 'winlog.user_data', event.UserData)
  return parsed
}

export const parser: Parser = {
  name: 'windows-evtx',
  version: 2,
  clues: [{ json: ['Event'] }],
  rank: 10,
  parse,
  samples: [
    '{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4625,"Level":0,"Keywords":"0x8010000000000000","TimeCreated":{"#attributes":{"SystemTime":"2026-03-10T12:00:00.123456700Z"}},"EventRecordID":71,"Channel":"Security","Computer":"dc01.example.org","Security":null},"EventData":{"TargetUserName":"anna","TargetDomainName":"EXAMPLE","IpAddress":"203.0.113.9","IpPort":"51012","LogonType":3}}}',
  ],
}
