import type { EventRow } from './use-event-search.ts'

type Fields = EventRow['fields']

const TOLD = [
  'process.command_line',
  'process.executable',
  'process.name',
  'winlog.event_data.TargetUserName',
  'source.ip',
  'destination.ip',
  'destination.port',
  'url.original',
  'url.path',
  'file.path',
  'registry.path',
  'dns.question.name',
] as const

/** A field's value as one line of text. */
export function textOf(value: Fields[string] | undefined): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What happened in one line: the message, else the action and what it was done to. */
export function summariseEvent({ message, fields }: Pick<EventRow, 'message' | 'fields'>): string {
  if (message) return message
  const told = TOLD.filter((name) => fields[name] !== undefined)
    .slice(0, 3)
    .map((name) => `${name}=${textOf(fields[name])}`)
  const action = textOf(fields['event.action']) || textOf(fields['event.code'])
  return [action, ...told].filter(Boolean).join('  ')
}

export const hostOf = (fields: Fields): string => textOf(fields['host.name'] ?? fields['host.hostname'])
export const userOf = (fields: Fields): string => textOf(fields['user.name'] ?? fields['source.user.name'])
