import { createFields } from '../create-fields.ts'
import { guessCategory } from '../generic/guess-category.ts'
import { setCommonFields } from '../generic/set-common-fields.ts'
import { isScalar } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const SEVERITIES = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'informational', 'debug']
const NAME = /^_[\w.-]{1,128}$/

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const { short_message: short, full_message: full, host, level, facility, file, line, timestamp } = json
  if (typeof short !== 'string' || typeof host !== 'string') return undefined
  const fields = createFields()
  for (const key in json) {
    const value = json[key]
    // `_id` is reserved, other names without the underscore are no fields of a sender.
    if (NAME.test(key) && key !== '_id' && isScalar(value) && value !== '') fields[key.slice(1)] = value
  }
  if (setCommonFields(fields)) guessCategory(fields)
  fields['event.dataset'] ??= 'gelf.log'
  fields.message = typeof full === 'string' && full !== '' ? full : short
  fields['host.name'] = host
  const severity = typeof level === 'number' ? SEVERITIES[level] : undefined
  if (severity !== undefined && typeof level === 'number') {
    fields['log.syslog.severity.code'] = level
    fields['log.syslog.severity.name'] = severity
    fields['log.level'] = severity
  }
  if (typeof facility === 'string') fields['log.logger'] ??= facility
  if (typeof file === 'string') fields['log.origin.file.name'] = file
  const number = Number(line)
  if (line !== undefined && Number.isInteger(number)) fields['log.origin.file.line'] = number
  return { time: parseAnyTime(timestamp, context), fields }
}

export const parser: Parser = {
  name: 'gelf',
  reads:
    "Graylog's Extended Log Format, additional fields under their ECS names where many products share them",
  version: 1,
  clues: [{ json: ['short_message', 'host'] }],
  rank: 1,
  parse,
  samples: [
    '{"version":"1.1","host":"api01.example.org","short_message":"log-in refused","full_message":"log-in refused\\nfor anna","timestamp":1773144000.25,"level":4,"_user":"anna","_client_ip":"10.0.0.7"}',
    '{"version":"1.1","host":"api01.example.org","short_message":"started"}',
  ],
}
