import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { windowsEvent } from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'

const LEVELS: ReadonlyMap<string, number> = new Map(
  Object.entries({ critical: 1, error: 2, warning: 3, information: 4, verbose: 5 }),
)

/** Before ECS: `event_id`, `log_name`, `source_name` at the top, the data below `event_data`. */
function parse({ json }: Line): Parsed | undefined {
  const data = json?.event_data ?? {}
  if (json === undefined || !isObject(data) || wordOf(json.log_name) === '') return undefined
  const { keywords, user } = json
  const parsed = windowsEvent(
    {
      provider: wordOf(json.source_name),
      code: wordOf(json.event_id),
      channel: wordOf(json.log_name),
      computer: wordOf(json.computer_name),
      level: LEVELS.get(wordOf(json.level).toLowerCase()),
      keywords: Array.isArray(keywords) ? keywords[0] : keywords,
    },
    data,
    parseIsoTime(wordOf(json['@timestamp']), 0),
  )
  const { fields } = parsed
  const message = wordOf(json.message)
  const record = wordOf(json.record_number)
  if (message !== '') fields.message = message
  if (record !== '') fields['winlog.record_id'] = record
  if (isObject(user)) {
    flattenJson(fields, 'winlog.user', user)
    const id = fields['winlog.user.identifier']
    if (id !== undefined) fields['user.id'] ??= id
  }
  return parsed
}

export const parser: Parser = {
  name: 'windows-winlogbeat6',
  reads: '`event_id`, `log_name`, `event_data` at the top, as winlogbeat 6 wrote it',
  version: 1,
  clues: [{ json: ['log_name', 'event_id'] }],
  rank: 9,
  parse,
  samples: [
    '{"@timestamp":"2026-03-10T12:00:00.123Z","type":"wineventlog","log_name":"Microsoft-Windows-Sysmon/Operational","source_name":"Microsoft-Windows-Sysmon","event_id":1,"computer_name":"ws01","level":"Information","event_data":{"Image":"C:\\\\Windows\\\\whoami.exe","ProcessId":"4012"},"message":"Process Create"}',
  ],
}
