import type { FieldValue } from '#core/event/event'
import { printTime } from '#core/event/print-time'
import { parseAnyTime } from '#core/parse/time/parse-any-time'
import type { ReadEvent } from '../../rules/create-event-reader.ts'

/** ECS names first, then those of events that were not parsed by us. */
const TIMES = [
  ...['@timestamp', 'Event.System.TimeCreated.#attributes.SystemTime', 'TimeCreated', 'EventTime', 'UtcTime'],
  ...['eventTime', 'timestamp', 'time', 'ts', 'date'],
]
const HOSTS = [
  ...['host.name', 'Computer', 'Hostname', 'hostname', 'ComputerName', 'Event.System.Computer'],
  ...['winlog.computer_name', 'host'],
]
const USERS = [
  ...['user.name', 'User', 'TargetUserName', 'SubjectUserName', 'Event.EventData.TargetUserName'],
  ...['Event.EventData.SubjectUserName', 'Event.EventData.User', 'userIdentity.arn', 'user'],
]

/** When, where and who: what a person asks first. Empty where the event does not tell. */
export interface Described {
  /** ISO 8601, UTC. */
  time: string
  host: string
  user: string
}

export function describeEvent(event: ReadEvent): Described {
  return { time: timeOf(event), host: firstOf(event, HOSTS), user: firstOf(event, USERS) }
}

function timeOf({ time, fields }: ReadEvent): string {
  if (time !== undefined) return printTime(time)
  for (const name of TIMES) {
    const found = parseAnyTime(fields[name], 0)
    if (found !== undefined && found >= 0n) return printTime(found)
  }
  return ''
}

function firstOf({ fields }: ReadEvent, names: readonly string[]): string {
  for (const name of names) {
    const text = textOf(fields[name])
    if (text !== '') return text
  }
  return ''
}

function textOf(value: FieldValue | null | undefined): string {
  if (value === undefined || value === null) return ''
  return String(typeof value === 'object' ? (value[0] ?? '') : value)
}
