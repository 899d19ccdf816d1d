import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'

type Fields = EventRow['fields']

/** What says most about an event without a message, in this order. */
const TOLD = [
  'process.command_line',
  'http.request.method',
  'url.original',
  'http.response.status_code',
  'process.executable',
  'user.target.name',
  'dns.question.name',
  'file.path',
  'registry.path',
  'source.ip',
  'destination.ip',
  'destination.port',
  'process.name',
] as const

const DONE = ['event.action', 'event.code'] as const

/** The fields that a summary is made of, where there is no message. */
export const SUMMARISED: readonly string[] = [...DONE, ...TOLD]

/** A field's value as one line of text. */
export function textOf(value: Fields[string] | undefined): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** A cell shows no more of a line; a line may be a megabyte. */
const SHOWN = 600

/** What happened in one line: the message, else the action and what it was done to, else the line as it came. */
export function summariseEvent({
  message,
  fields,
  raw,
}: Pick<EventRow, 'message' | 'fields' | 'raw'>): string {
  if (message) return message
  const told = TOLD.filter((name) => fields[name] !== undefined)
    .slice(0, 4)
    .map((name) => `${name}=${textOf(fields[name])}`)
  const action = DONE.map((name) => textOf(fields[name])).find(Boolean)
  return [action, ...told].filter(Boolean).join('  ') || (raw ?? '').slice(0, SHOWN)
}
