import type { Fields } from '../../event/event.ts'
import { MSSQL_ACTIONS } from '../database/mssql-actions.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { parser as winlogbeat } from './windows-winlogbeat.ts'

const MAX_LINES = 4_000
const NAME = /^[a-z_]{3,40}$/
const NUMBERS = new Set(['affected_rows', 'response_rows', 'sequence_number', 'duration_milliseconds'])
const FLAGS = new Set(['succeeded', 'is_column_permission'])

/** `name:value` lines; a statement may have several. */
function readPairs(text: string): Map<string, string> {
  const found = new Map<string, string>()
  let last = ''
  for (const line of text.split('\n', MAX_LINES)) {
    const colon = line.indexOf(':')
    const name = colon > 0 && colon <= 40 ? line.slice(0, colon).trim() : ''
    const begins =
      NAME.test(name) && !found.has(name) && (last !== 'statement' || name === 'additional_information')
    if (begins) {
      found.set(name, line.slice(colon + 1).trim())
      last = name
    } else if (last === 'statement') found.set(last, `${found.get(last)}\n${line}`)
  }
  return found
}

function auditText(json: JsonObject): string | undefined {
  const { winlog } = json
  if (!isObject(winlog) || !isObject(winlog.event_data)) return undefined
  const { event_id: id, provider_name: provider } = winlog
  if (printScalar(id) !== '33205' && !printScalar(provider).endsWith('$AUDIT')) return undefined
  const { param1 } = winlog.event_data
  const text = typeof param1 === 'string' ? param1 : undefined
  return text?.includes('action_id:') ? text : undefined
}

function setWho(fields: Fields, values: ReadonlyMap<string, string>): void {
  const account = values.get('server_principal_name') || values.get('session_server_principal_name')
  const slash = account?.indexOf('\\') ?? -1
  // The shipper's user is the service that wrote the event.
  for (const name of ['user.name', 'user.domain', 'user.id']) delete fields[name]
  if (account && slash > 0) fields['user.domain'] = account.slice(0, slash)
  if (account) fields['user.name'] = account.slice(slash + 1)
  const sid = values.get('server_principal_sid')
  if (sid) fields['user.id'] = sid
  const target = values.get('target_server_principal_name') || values.get('target_database_principal_name')
  if (target) fields['user.target.name'] = target.slice(target.indexOf('\\') + 1)
  const client = values.get('client_ip') ?? ''
  if (isIp(client)) fields['source.ip'] = client
}

/** Event 33205 of a SQL Server audit that goes to the Windows event log, as winlogbeat ships it. */
function parse(line: Line, context: ParseContext): Parsed | undefined {
  const text = line.json && auditText(line.json)
  const parsed = text === undefined ? undefined : winlogbeat.parse(line, context)
  if (text === undefined || !parsed) return undefined
  const { fields } = parsed
  const values = readPairs(text)
  fields['event.module'] = 'microsoft_sqlserver'
  fields['event.dataset'] = 'microsoft_sqlserver.audit'
  for (const [name, value] of values) {
    if (value === '') continue
    const number = NUMBERS.has(name) ? Number(value) : Number.NaN
    const flag = FLAGS.has(name) ? value === 'true' : undefined
    fields[`sqlserver.audit.${name}`] = flag ?? (Number.isFinite(number) ? number : value)
  }
  delete fields['winlog.event_data.param1']
  const pid = fields['winlog.process.pid']
  if (typeof pid === 'number') fields['process.pid'] ??= pid
  const id = values.get('action_id') ?? ''
  const action = MSSQL_ACTIONS[id] ?? id
  fields['sqlserver.audit.action_id'] = action
  fields['event.action'] = action.toLowerCase().replaceAll(/[ _]/g, '-')
  const succeeded = values.get('succeeded')
  if (succeeded !== undefined) fields['event.outcome'] = succeeded === 'true' ? 'success' : 'failure'
  const duration = Number(values.get('duration_milliseconds') || Number.NaN)
  if (Number.isFinite(duration)) fields['event.duration'] = duration * 1_000_000
  setWho(fields, values)
  delete fields['event.category']
  delete fields['event.type']
  return { time: parseIsoTime((values.get('event_time') ?? '').slice(0, 27), 0) ?? parsed.time, fields }
}

export const parser: Parser = {
  name: 'sqlserver-audit',
  reads: 'audit records of Microsoft SQL Server in the Windows event log, shipped by winlogbeat',
  version: 1,
  clues: [{ json: ['winlog'] }],
  rank: 20,
  parse,
  samples: [
    '{"@timestamp":"2026-03-10T12:00:00.123Z","winlog":{"event_id":"33205","channel":"Security","provider_name":"MSSQLSERVER$AUDIT","computer_name":"db01","event_data":{"param1":"audit_schema_version:1\\nevent_time:2026-03-10 12:00:00.1230000\\naction_id:LGIF\\nsucceeded:false\\nclient_ip:203.0.113.9\\nserver_principal_name:EXAMPLE\\\\anna\\nstatement:Login failed for user \'anna\'.\\nadditional_information:\\n"}}}',
    '{"@timestamp":"2026-03-10T12:00:00.123Z","winlog":{"event_id":"33205","provider_name":"MSSQLSERVER$AUDIT","computer_name":"db01","event_data":{"param1":"event_time:2026-03-10 12:00:00.1230000\\naction_id:SL  \\nsucceeded:true\\nserver_principal_name:anna\\nobject_name:people\\nstatement:select *\\nfrom people\\nadditional_information:\\n"}}}',
  ],
}
