import type { Fields } from '../../event/event.ts'
import { flattenJson, isObject, isScalar } from '../json/flatten-json.ts'
import type { JsonObject, Parsed } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { eventFields } from './event-fields.ts'
import { setRendered } from './set-rendered.ts'
import { setWriter, windowsEvent } from './windows-event.ts'
import { wordOf } from './word-of.ts'

/** Converters of XML mark attributes with one of these, or with nothing. */
const MARKS = ['@', '_', '-'] as const

function unmarked(element: JsonObject): JsonObject {
  const [first = ''] = Object.keys(element)
  const mark = MARKS.find((one) => first.startsWith(one))
  if (mark === undefined) return element
  return Object.fromEntries(
    Object.entries(element).map(([name, value]) => [name.startsWith(mark) ? name.slice(1) : name, value]),
  )
}

/** Attributes stand in `X.#attributes`, beside the element in `X_attributes`, or in the element as they are. */
function attributes(system: JsonObject, element: string): JsonObject {
  const own = system[element]
  const inside = isObject(own) ? (own['#attributes'] ?? own.$) : undefined
  const beside = system[`${element}_attributes`]
  if (isObject(inside)) return inside
  if (isObject(beside)) return beside
  return isObject(own) ? unmarked(own) : {}
}

/** Without the name of the template or of the XML namespace, which are nothing that happened. */
function content(element: JsonObject): JsonObject {
  if (!('#attributes' in element)) return element
  const { '#attributes': _, ...rest } = element
  return rest
}

/** `[{"Name": "User", "text": "anna"}]`, however the text is called, becomes `User`; values without names are a list. */
function listed(items: readonly unknown[]): JsonObject {
  const result: JsonObject = Object.create(null)
  const bare: unknown[] = []
  for (const item of items.slice(0, 500)) {
    const element = isObject(item) ? unmarked(item) : undefined
    const inside = element && isObject(element['#attributes']) ? element['#attributes'] : element
    const name = wordOf(inside?.Name)
    const text = element?.['#text'] ?? element?.text ?? element?.content ?? element?.Value ?? element?.value
    if (name !== '') result[name] = text
    else if (element === undefined && item !== null) bare.push(item)
  }
  if (bare.length > 0) result.Data = { '#text': bare }
  return result
}

/** Data without names come as `{"Data": {"#text": [...]}}` and are a list. */
function eventData(data: unknown): JsonObject {
  if (!isObject(data)) return {}
  if (Array.isArray(data.Data)) return { ...content(data), Data: undefined, ...listed(data.Data) }
  return isObject(data.Data) ? { ...content(data), Data: data.Data['#text'] } : content(data)
}

/** `{"LogFileCleared": {"SubjectUserName": ...}}`: under its own names, and under ECS names where it has some. */
function addUserData(fields: Fields, data: JsonObject, provider: string, code: string): void {
  const map = eventFields(provider, code)
  const named = Object.entries(data).map(([name, value]) => [name, isObject(value) ? content(value) : value])
  flattenJson(fields, 'winlog.user_data', Object.fromEntries(named))
  for (const [, value] of named) {
    if (!isObject(value)) continue
    for (const name in value) {
      const one = value[name]
      if (isScalar(one)) map?.[name]?.(fields, one)
    }
  }
}

function setNumber(fields: Fields, field: string, value: unknown): void {
  const number = Number(wordOf(value) || Number.NaN)
  if (Number.isFinite(number)) fields[field] = number
}

function setWord(fields: Fields, field: string, value: unknown): void {
  const word = wordOf(value)
  if (word !== '') fields[field] = word
}

/** `System`, `EventData`, `UserData`, `RenderingInfo`, as evtx_dump, Chainsaw and their kin write them. */
export function readEvtxEvent(event: JsonObject): Parsed | undefined {
  const { System: system } = event
  if (!isObject(system)) return undefined
  const provider = attributes(system, 'Provider')
  const source = wordOf(provider.Name) || wordOf(provider.EventSourceName)
  const code = wordOf(system.EventID)
  const parsed = windowsEvent(
    {
      provider: source,
      code,
      channel: wordOf(system.Channel),
      computer: wordOf(system.Computer),
      level: system.Level,
      keywords: system.Keywords,
    },
    eventData(event.EventData),
    parseIsoTime(wordOf(attributes(system, 'TimeCreated').SystemTime), 0),
  )
  const { fields } = parsed
  const execution = attributes(system, 'Execution')
  const user = wordOf(attributes(system, 'Security').UserID)
  if (isObject(event.UserData)) addUserData(fields, event.UserData, source, code)
  setWord(fields, 'winlog.record_id', system.EventRecordID)
  setWord(fields, 'winlog.provider_guid', provider.Guid)
  setWord(fields, 'winlog.activity_id', attributes(system, 'Correlation').ActivityID)
  setNumber(fields, 'winlog.process.pid', execution.ProcessID)
  setNumber(fields, 'winlog.process.thread.id', execution.ThreadID)
  if (user !== '') {
    fields['winlog.user.identifier'] = user
    fields['user.id'] ??= user
  }
  setWriter(fields)
  if (isObject(event.RenderingInfo)) setRendered(fields, event.RenderingInfo)
  return parsed
}
