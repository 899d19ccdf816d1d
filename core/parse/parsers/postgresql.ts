import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { readPostgresTime } from '../database/read-postgres-time.ts'
import { setPostgresMessage } from '../database/set-postgres-message.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setPeer } from '../text/set-peer.ts'
import { splitCsv } from '../text/split-csv.ts'

const MAX_PREFIX = 512
const LEVELS = new Set([
  ...['DEBUG', 'DEBUG1', 'DEBUG2', 'DEBUG3', 'DEBUG4', 'DEBUG5', 'INFO', 'NOTICE', 'WARNING', 'ERROR', 'LOG'],
  ...['FATAL', 'PANIC', 'STATEMENT', 'DETAIL', 'HINT', 'CONTEXT', 'QUERY', 'LOCATION', 'BACKTRACE'],
])
const FAILURES = new Set(['ERROR', 'FATAL', 'PANIC'])

/** SQL states of the classes success, warning and no data. */
const NO_ERROR = /^0[012]/

/** The columns of `log_destination = csvlog`, PostgreSQL 9.0 to 17, and where they go. */
const CSV_COLUMNS = [
  ...['timestamp', 'user', 'database', 'pid', 'connection_from', 'session_id', 'session_line_number'],
  ...['command_tag', 'session_start_time', 'virtual_transaction_id', 'transaction_id', 'level'],
  ...[
    'sql_state_code',
    'message',
    'detail',
    'hint',
    'internal_query',
    'internal_query_pos',
    'context',
    'query',
  ],
  ...['query_pos', 'location', 'application_name', 'backend_type', 'leader_pid', 'query_id'],
]
const CSV_NUMBERS = new Set(['session_line_number', 'transaction_id', 'query_pos', 'internal_query_pos'])

/** Names of jsonlog, PostgreSQL 15 on, as those of csvlog. */
const JSON_COLUMNS: Readonly<Record<string, string>> = {
  user: 'user',
  dbname: 'database',
  pid: 'pid',
  session_id: 'session_id',
  line_num: 'session_line_number',
  ps: 'command_tag',
  session_start: 'session_start_time',
  vxid: 'virtual_transaction_id',
  txid: 'transaction_id',
  error_severity: 'level',
  state_code: 'sql_state_code',
  message: 'message',
  detail: 'detail',
  hint: 'hint',
  internal_query: 'internal_query',
  internal_position: 'internal_query_pos',
  context: 'context',
  statement: 'query',
  cursor_position: 'query_pos',
  func_name: 'location',
  application_name: 'application_name',
  backend_type: 'backend_type',
  leader_pid: 'leader_pid',
  query_id: 'query_id',
}

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'postgresql'
  fields['event.dataset'] = 'postgresql.log'
  return fields
}

/** Everything before the level: `[pid] user@db`, `[pid]: [7-1] user=u,db=d,client=h`, `:host(port):user@db:[pid]:`. */
function setPrefix(fields: Fields, prefix: string): void {
  const pid = wholeNumber(/\[(\d{1,10})(?:-\d{1,10})?\]/.exec(prefix)?.[1] ?? '')
  if (pid !== undefined) fields['process.pid'] = pid
  const account = /(?:^|[ :])(\[unknown\]|[^\s:@[\]=,]{1,128})@(\[unknown\]|[^\s:@,]{1,128})/.exec(prefix)
  if (account?.[1] && account[2]) {
    fields['user.name'] = account[1].replace(/^\[(.*)\]$/, '$1')
    fields['postgresql.log.database'] = account[2].replace(/^\[(.*)\]$/, '$1')
  }
  const peer = /(?:^|[ :])([\da-fA-F.:]{3,45})\((\d{1,5})\)/.exec(prefix)
  if (peer?.[1]) setPeer(fields, 'source', peer[1].replace(/^:/, ''), Number(peer[2]))
  if (!prefix.includes('=')) return
  const pairs = readPairs(prefix.slice(prefix.lastIndexOf(' ', prefix.indexOf('=')) + 1), ',')
  const user = pairs.get('user')
  const database = pairs.get('db')
  const client = pairs.get('client')
  const application = pairs.get('app')
  if (user) fields['user.name'] = user
  if (database) fields['postgresql.log.database'] = database
  if (application) fields['postgresql.log.application_name'] = application
  if (client && client !== '[local]') setPeer(fields, 'source', client)
}

function setLevel(fields: Fields, level: string): void {
  fields['log.level'] = level
  if (FAILURES.has(level)) fields['event.outcome'] ??= 'failure'
  const state = fields['postgresql.log.sql_state_code']
  if (typeof state === 'string' && !NO_ERROR.test(state)) fields['event.type'] = ['error']
}

function parseText(text: string, context: ParseContext): Parsed | undefined {
  const stamp = readPostgresTime(text, context)
  if (!stamp) return undefined
  const from = stamp.text.length
  if (text.charCodeAt(from) === 0x2c) return parseCsv(text, context)
  const head = text.slice(from, from + MAX_PREFIX)
  let colon = head.indexOf(': ')
  while (colon > 0) {
    const level = /[A-Z]{3,9}[1-5]?$/.exec(head.slice(Math.max(0, colon - 10), colon))?.[0]
    if (level !== undefined && LEVELS.has(level)) return readMessage(text, stamp, level, from + colon + 1)
    colon = head.indexOf(': ', colon + 1)
  }
  return undefined
}

function readMessage(
  text: string,
  stamp: { time: bigint; text: string },
  level: string,
  from: number,
): Parsed {
  const fields = start()
  fields['postgresql.log.timestamp'] = stamp.text
  setPrefix(fields, text.slice(stamp.text.length, from - level.length - 1))
  const said = text.slice(from).trimStart()
  const state = /^([0-9A-Z]{5}): +/.exec(said.slice(0, 10))
  if (state?.[1]) fields['postgresql.log.sql_state_code'] = state[1]
  const message = said.slice(state?.[0].length ?? 0)
  fields.message = message
  setPostgresMessage(fields, message)
  setLevel(fields, level)
  return { time: stamp.time, fields }
}

function parseCsv(text: string, context: ParseContext): Parsed | undefined {
  const columns = splitCsv(text)
  if (columns.length < 14 || !LEVELS.has(columns[11] ?? '')) return undefined
  const values = new Map<string, string>()
  for (const [i, name] of CSV_COLUMNS.entries()) {
    const value = columns[i]
    if (value) values.set(name, value)
  }
  return readColumns(values, context)
}

function parseJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const values = new Map<string, string>()
  for (const [name, column] of Object.entries(JSON_COLUMNS)) {
    const value = json[name]
    if (typeof value === 'string' || typeof value === 'number') values.set(column, String(value))
  }
  const { timestamp, remote_host: host, remote_port: port } = json
  if (typeof timestamp !== 'string' || !LEVELS.has(values.get('level') ?? '')) return undefined
  values.set('timestamp', timestamp)
  if (typeof host === 'string')
    values.set('connection_from', typeof port === 'number' ? `${host}:${port}` : host)
  return readColumns(values, context)
}

function readColumns(values: ReadonlyMap<string, string>, context: ParseContext): Parsed {
  const fields = start()
  const pid = wholeNumber(values.get('pid') ?? '')
  const user = values.get('user')
  const client = values.get('connection_from') ?? ''
  const message = values.get('message') ?? ''
  if (pid !== undefined) fields['process.pid'] = pid
  if (user !== undefined) fields['user.name'] = user
  const colon = client.lastIndexOf(':')
  const port = wholeNumber(client.slice(colon + 1))
  if (client !== '' && client !== '[local]') {
    const address = colon > 0 && port !== undefined ? client.slice(0, colon) : client
    setPeer(fields, 'source', address, colon > 0 ? port : undefined)
    fields['postgresql.log.client_addr'] = address
    if (colon > 0 && port !== undefined) fields['postgresql.log.client_port'] = port
  }
  for (const [name, value] of values) {
    if (['pid', 'user', 'level', 'message', 'connection_from'].includes(name)) continue
    const number = CSV_NUMBERS.has(name) ? wholeNumber(value) : undefined
    fields[`postgresql.log.${name}`] = number ?? value
  }
  setPostgresMessage(fields, message)
  const query = fields['postgresql.log.query_step'] === undefined ? undefined : fields['postgresql.log.query']
  fields.message = query ?? message
  setLevel(fields, values.get('level') ?? '')
  return { time: readPostgresTime(values.get('timestamp') ?? '', context)?.time, fields }
}

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  return json === undefined ? parseText(text, context) : parseJson(json, context)
}

export const parser: Parser = {
  name: 'postgresql',
  reads: 'log of PostgreSQL: stderr with the usual prefixes, those of RDS among them, csvlog and jsonlog',
  version: 1,
  clues: [{ first: '12', run: 4, next: '-' }, { json: ['error_severity', 'timestamp'] }],
  ownNames: true,
  parse,
  samples: [
    '2026-03-10 12:00:00.123 CET [4711] anna@shop FATAL:  28P01: password authentication failed for user "anna"',
    '2026-03-10 12:00:00 UTC:10.0.0.7(51012):anna@shop:[4711]:LOG:  duration: 12.437 ms  statement: select 1',
    '2026-03-10 12:00:00.123 UTC,"anna","shop",4711,"10.0.0.7:51012",69afeb40.1267,3,"idle",2026-03-10 11:59:00 UTC,3/2,0,LOG,00000,"statement: select ""a"";",,,,,,,,,"psql","client backend"',
    '{"timestamp":"2026-03-10 12:00:00.123 UTC","user":"anna","dbname":"shop","pid":4711,"remote_host":"10.0.0.7","remote_port":51012,"session_id":"69afeb40.1267","line_num":3,"error_severity":"ERROR","state_code":"42P01","message":"relation \\"x\\" does not exist"}',
  ],
}
