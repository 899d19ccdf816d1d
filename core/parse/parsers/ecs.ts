import { createFields } from '../create-fields.ts'
import { fillEcs } from '../ecs/fill-ecs.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Ids are words in ECS, though shippers write them as numbers. */
const KEYWORDS = ['event.code', 'user.id', 'process.parent.user.id']

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || !isEcs(json)) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  delete fields['@timestamp']
  // The pipeline keeps the line itself.
  delete fields['event.original']
  for (const name of KEYWORDS) {
    if (typeof fields[name] === 'number') fields[name] = String(fields[name])
  }
  fillEcs(fields)
  return { time: parseAnyTime(json['@timestamp'], context), fields }
}

function isEcs(json: JsonObject): boolean {
  if ('ecs.version' in json || 'event.kind' in json || 'event.category' in json) return true
  const { ecs, event } = json
  if (typeof ecs === 'object' && ecs !== null && 'version' in ecs) return true
  return (
    typeof event === 'object' &&
    event !== null &&
    ('kind' in event || 'category' in event || 'dataset' in event)
  )
}

/** A document that is ECS already, nested or with dotted names: kept as it is. */
export const parser: Parser = {
  name: 'ecs',
  reads: 'ECS documents, nested or dotted',
  version: 1,
  clues: [{ json: ['@timestamp'] }],
  rank: -5,
  parse,
  samples: [
    '{"@timestamp":"2026-03-10T12:00:00.5Z","ecs":{"version":"8.11"},"event":{"kind":"event","code":7},"source":{"ip":"10.0.0.7"}}',
    '{"@timestamp":"2026-03-10T12:00:00Z","ecs.version":"8.11","event.category":["web"],"url.path":"/"}',
  ],
}
