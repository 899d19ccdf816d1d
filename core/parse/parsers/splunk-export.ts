import { createFields } from '../create-fields.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Of a search job `{result: {_raw}}`, of its results `{_raw}`. */
function resultOf(json: JsonObject): JsonObject {
  const { result } = json
  return isObject(result) ? result : json
}

/** Splunk's answers to a search: the line as it was indexed, and what Splunk knows of where it came from. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const result = resultOf(json)
  const { _raw: raw, _time: time, host } = result
  if (typeof raw !== 'string' || !('sourcetype' in result || '_time' in result)) return undefined
  const fields = createFields()
  if (typeof host === 'string' && host !== '') fields['host.name'] = host
  return { time: parseAnyTime(time, context), fields, payload: { text: raw } }
}

export const parser: Parser = {
  name: 'splunk-export',
  reads: 'results of Splunk searches as JSON, around any other format',
  version: 1,
  clues: [{ json: ['result', 'preview'] }, { json: ['_raw'] }],
  rank: 5,
  parse,
  samples: [
    '{"preview":false,"offset":0,"result":{"_raw":"link up on port 3","_time":"2026-03-10T12:00:00.000+00:00","host":"sw01","sourcetype":"switch"}}',
    '{"_raw":"link up on port 4","_time":"2026-03-10T12:00:00.000+00:00","host":"sw01","sourcetype":"switch"}',
  ],
}
