import type { Fields } from '../../event/event.ts'
import { flattenJson, isObject, isScalar } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { eventFields } from '../windows/event-fields.ts'
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

/** Without the name of the template or of the XML namespace, which are nothing that happened. */
function content(element: JsonObject): JsonObject {
  if (!('#attributes' in element)) return element
  const { '#attributes': _, ...rest } = element
  return rest
}

/** Data without names come as `{"Data": {"#text": [...]}}` and are a list. */
function eventData(data: unknown): JsonObject {
  if (!isObject(data)) return {}
  return isObject(data.Data) ? { ...content(data), Data: data.Data['#text'] } : content(data)
}

/** `{"LogFileCleared": {"SubjectUserName": ...}}`: under its own names, and under ECS names where it has some. */
function addUserData(fields: Fields, data: JsonObject, provider: string, code: string): void {
  const map = eventFields(provider, code)
  const named = Object.entries(data).map(([name, value]) => [name, isObject(value) ? content(value) : value])
  flattenJson(fields, 'winlog.user_data', Object.fromEntries(named))
  for (const [, value] of named) {
    if (!isObject(value)) continue
    for (const name in value) if (isScalar(value[name])) map?.[name]?.(fields, value[name])
  }
}

/** `{"Event": {"System": ..., "EventData": ...}}`, as evtx_dump, Chainsaw and their kin write it. */
function parse({ json }: Line): Parsed | undefined {
  const event = json?.Event
  const system = isObject(event) ? event.System : undefined
  if (!isObject(event) || !isObject(system)) return undefined
  const provider = attributes(system, 'Provider')
  const source = wordOf(provider.Name) || wordOf(provider.EventSourceName)
  const code = wordOf(system.EventID)
  const parsed = windowsEvent(
    {
      provider: source,
      code,
      channel: wordOf(system.Channel),
      computer: wordOf(system.Computer),
      time: parseIsoTime(wordOf(attributes(system, 'TimeCreated').SystemTime), 0),
      level: system.Level,
      keywords: system.Keywords,
    },
    eventData(event.EventData),
  )
  const { fields } = parsed
  const execution = attributes(system, 'Execution')
  const record = wordOf(system.EventRecordID)
  if (isObject(event.UserData)) addUserData(fields, event.UserData, source, code)
  const user = wordOf(attributes(system, 'Security').UserID)
  if (record !== '') fields['winlog.record_id'] = record
  if (typeof execution.ProcessID === 'number') fields['winlog.process.pid'] = execution.ProcessID
  if (user !== '') {
    fields['winlog.user.identifier'] = user
    fields['user.id'] ??= user
  }
  return parsed
}

export const parser: Parser = {
  name: 'windows-evtx',
  reads:
    '`{"Event": {"System", "EventData"}}` of evtx_dump and its kin, and what our own reader makes of EVTX files',
  version: 2,
  clues: [{ json: ['Event'] }],
  rank: 10,
  parse,
  samples: [
    '{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4625,"Level":0,"Keywords":"0x8010000000000000","TimeCreated":{"#attributes":{"SystemTime":"2026-03-10T12:00:00.123456700Z"}},"EventRecordID":71,"Channel":"Security","Computer":"dc01.example.org","Security":null},"EventData":{"TargetUserName":"anna","TargetDomainName":"EXAMPLE","IpAddress":"203.0.113.9","IpPort":"51012","LogonType":3}}}',
  ],
}
