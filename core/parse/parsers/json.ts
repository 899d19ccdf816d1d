import { createFields } from '../create-fields.ts'
import { guessCategory } from '../generic/guess-category.ts'
import { setCommonFields } from '../generic/set-common-fields.ts'
import { timeOf } from '../generic/time-of.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

/** Any JSON object: its own names, joined by dots, and under ECS names what many products call the same. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  const time = timeOf(fields, context)
  delete fields['@timestamp']
  delete fields['event.original']
  if (setCommonFields(fields)) guessCategory(fields)
  return { time, fields }
}

export const parser: Parser = {
  name: 'json',
  reads:
    'any JSON object: addresses, people, actions, files and the like by the names that many products share',
  version: 1,
  clues: [{ json: [] }],
  rank: -10,
  parse,
  samples: [
    '{"time":"2026-03-10T12:00:00Z","level":"WARN","msg":"disk almost full","disk":{"name":"sda1","used":0.93}}',
    '{"ts":1773144000.25,"hostname":"api01","tags":["a","b"],"answers":[{"ttl":1},{"ttl":2}]}',
    '{"eventTime":"2026-03-10T12:00:00Z","eventName":"DeleteKey","actor":{"email":"anna@example.org"},"sourceIPAddress":"10.0.0.7","result":"success"}',
  ],
}
