import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Shippers that read lines and parse nothing; the others of the family send documents that are parsed already. */
const SHIPPERS: ReadonlySet<unknown> = new Set(['filebeat', 'journalbeat', 'functionbeat'])

/** `agent.type` of version 7 and later, `@metadata.beat` on its way through Logstash and queues. */
function isShipper(json: JsonObject): boolean {
  const { agent, '@metadata': metadata, 'agent.type': type } = json
  if (isObject(agent) && SHIPPERS.has(agent.type)) return true
  if (SHIPPERS.has(type) || (isObject(metadata) && SHIPPERS.has(metadata.beat))) return true
  // Logstash as the shipper; its encoder for Java's loggers names a logger too.
  return '@version' in json && agent === undefined && !('logger_name' in json) && !('winlog' in json)
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** The line as the file had it: `event.original` goes before what was made of it. */
function originalOf(json: JsonObject): string | undefined {
  const { event } = json
  // Somebody parsed it before: the document says more than its line.
  if (isObject(event) && ('category' in event || 'action' in event)) return undefined
  if ('event.category' in json || 'event.action' in json) return undefined
  const original = isObject(event) ? event.original : json['event.original']
  return textOf(original) ?? textOf(json.message)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || !isShipper(json)) return undefined
  const text = originalOf(json)
  if (text === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  for (const name of ['@timestamp', 'event.original', 'message']) delete fields[name]
  const program = fields['log.syslog.appname'] ?? fields['syslog.identifier'] ?? fields['process.name']
  return {
    time: parseAnyTime(json['@timestamp'], context),
    fields,
    payload: { text, program: typeof program === 'string' ? program : undefined },
  }
}

/** An envelope: metadata of the shipper beside a line, which goes to whoever knows its text. */
export const parser: Parser = {
  name: 'beats',
  reads:
    'documents of Filebeat, Elastic Agent and Logstash that carry a line in `message` or `event.original`',
  version: 1,
  clues: [
    { json: ['agent', 'message'] },
    { json: ['agent', 'event'] },
    { json: ['@metadata', 'message'] },
    { json: ['@version', 'message'] },
  ],
  rank: -3,
  parse,
  samples: [
    '{"@timestamp":"2026-03-10T12:00:00Z","agent":{"type":"filebeat","version":"8.11.0"},"host":{"name":"web01"},"log":{"file":{"path":"/var/log/app.log"}},"message":"door 4 opened"}',
    '{"@timestamp":"2026-03-10T12:00:00Z","@metadata":{"beat":"filebeat"},"message":"door 5 opened","source":"/var/log/app.log"}',
  ],
}
