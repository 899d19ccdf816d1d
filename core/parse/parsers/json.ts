import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const TIMES = [
  ...['@timestamp', 'timestamp', 'time', 'ts', 'eventTime', 'event_time', 'datetime', 'date', '_time', 't'],
  ...[
    'created_at',
    'createdAt',
    'creationTime',
    'published',
    'Timestamp',
    'Time',
    'TimeGenerated',
    'EventTime',
  ],
]
const MESSAGES = ['msg', 'log', 'Message', 'text', 'short_message', 'full_message', 'event_message']
const LEVELS = ['level', 'severity', 'loglevel', 'log_level', 'Level', 'lvl']
const HOSTS = ['hostname', 'host', 'Hostname', 'host_name', 'computer', 'Computer']

function timeOf(json: JsonObject, zoneMinutes: number): bigint | undefined {
  for (const name of TIMES) {
    const value = json[name]
    const time = value === undefined ? undefined : parseAnyTime(value, zoneMinutes)
    if (time !== undefined) return time
  }
  return undefined
}

function firstText(json: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = json[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/** Any JSON object: its own names, joined by dots, and the few that everyone needs under their ECS names as well. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  delete fields['@timestamp']
  delete fields['event.original']
  const message = firstText(json, MESSAGES)
  if (message !== undefined) fields.message ??= message
  const level = firstText(json, LEVELS)
  if (level !== undefined) fields['log.level'] ??= level.toLowerCase()
  const host = firstText(json, HOSTS)
  if (host !== undefined) fields['host.name'] ??= host
  return { time: timeOf(json, context.zoneMinutes), fields }
}

export const parser: Parser = {
  name: 'json',
  reads: 'any JSON object',
  version: 1,
  clues: [{ json: [] }],
  rank: -10,
  parse,
  samples: [
    '{"time":"2026-03-10T12:00:00Z","level":"WARN","msg":"disk almost full","disk":{"name":"sda1","used":0.93}}',
    '{"ts":1773144000.25,"hostname":"api01","tags":["a","b"],"answers":[{"ttl":1},{"ttl":2}]}',
  ],
}
