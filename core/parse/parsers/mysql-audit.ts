import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { number, text } from '../fields/field-setters.ts'
import { flattenJson } from '../json/flatten-json.ts'
import { createLine } from '../line.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const PREFIX = 'mysqlenterprise.audit'
const IDS = ['id', 'connection_id']
const FAILED = 'failure'

const map = createFieldMapper(PREFIX, {
  'account.user': text('server.user.name'),
  'account.host': text('client.domain'),
  'login.ip': text('client.ip'),
  'connection_data.connection_attributes._pid': number('process.pid'),
})

/** `CREATE USER IF NOT EXISTS 'anna'@'web01' ...`: the first account a statement names. */
function setTarget(fields: Fields, query: string): void {
  const target = /'([^'\s]{1,64})'(?:@'([^'\s]{1,255})')?/.exec(query.slice(0, 1_024))
  if (!target?.[1]) return
  fields['user.target.name'] = target[1]
  if (target[2] && target[2] !== '%') fields['user.target.domain'] = target[2]
  const actor = fields['server.user.name']
  if (actor !== undefined) fields['user.name'] = actor
}

/** `audit_log_format=JSON` of MySQL Enterprise: an array, of which shippers send one element with its comma. */
function parseJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const { timestamp, class: kind, event } = json
  if (typeof timestamp !== 'string' || typeof kind !== 'string' || typeof event !== 'string') return undefined
  const fields = createFields()
  flattenJson(fields, PREFIX, json)
  for (const name in fields) if (fields[name] === '') delete fields[name]
  map(fields)
  for (const name of IDS) {
    const value = fields[`${PREFIX}.${name}`]
    if (value !== undefined) fields[`${PREFIX}.${name}`] = String(value)
  }
  delete fields[`${PREFIX}.timestamp`]
  fields['event.module'] = 'mysql_enterprise'
  fields['event.dataset'] = 'mysql_enterprise.audit'
  fields['event.action'] = `mysql-${event}`
  fields['process.name'] = 'mysqld'
  const status = fields[`${PREFIX}.${kind}_data.status`]
  if (typeof status === 'number') fields['event.outcome'] = status === 0 ? 'success' : FAILED
  const query = fields[`${PREFIX}.general_data.query`]
  const command = String(fields[`${PREFIX}.general_data.sql_command`])
  if (typeof query === 'string' && status === 0 && /_(?:user|role)$/.test(command)) setTarget(fields, query)
  return { time: parseIsoTime(timestamp, context), fields }
}

/** MariaDB's server_audit: `20260310 12:00:00,db01,anna,web01,7,9,QUERY,shop,'select 1',0`. */
function parseCsv(line: string, context: ParseContext): Parsed | undefined {
  if (line.charCodeAt(17) !== 0x2c || line.charCodeAt(11) !== 0x3a) return undefined
  const [stamp = '', server, user, host = '', connection, query, operation = '', database] = line
    .slice(0, 2_048)
    .split(',', 8)
  const day = /^(\d{4})(\d\d)(\d\d) (\d\d:\d\d:\d\d)$/.exec(stamp)
  const time = day ? parseIsoTime(`${day[1]}-${day[2]}-${day[3]}T${day[4]}`, context) : undefined
  if (time === undefined || database === undefined || !/^[A-Z_]{3,16}$/.test(operation)) return undefined
  const fields = createFields()
  fields['event.module'] = 'mysql'
  fields['event.dataset'] = 'mysql.audit'
  fields['event.action'] = operation.toLowerCase()
  if (server) fields['host.name'] = server
  if (user) fields['user.name'] = user
  if (host) fields[isIp(host) ? 'source.ip' : 'source.domain'] = host
  if (connection) fields['mysql.audit.connection_id'] = connection
  if (query) fields['mysql.audit.query_id'] = query
  if (database) fields['mysql.audit.database'] = database
  const code = /,(\d{1,6})$/.exec(line.slice(-8))?.[1]
  if (code !== undefined) fields['event.outcome'] = code === '0' ? 'success' : FAILED
  const open = line.indexOf(",'")
  const close = line.lastIndexOf("',")
  if (open > 0 && close > open) fields['mysql.audit.query'] = line.slice(open + 2, close)
  return { time, fields }
}

function parse(line: Line, context: ParseContext): Parsed | undefined {
  const { text: whole, json } = line
  if (json !== undefined) return parseJson(json, context)
  if (whole.charCodeAt(0) !== 0x7b) return whole[8] === ' ' ? parseCsv(whole, context) : undefined
  if (!whole.endsWith('},')) return undefined
  const element = createLine(whole.slice(0, -1)).json
  return element && parseJson(element, context)
}

export const parser: Parser = {
  name: 'mysql-audit',
  reads: 'audit logs: JSON of MySQL Enterprise, server_audit of MariaDB',
  version: 1,
  clues: [
    { json: ['class', 'event', 'timestamp'] },
    { prefix: '{ "timestamp": "' },
    { prefix: '{"timestamp":"' },
    { first: '2', run: 8, next: ' ' },
    { program: 'mysql-server_auditing' },
  ],
  parse,
  samples: [
    '{ "timestamp": "2026-03-10 12:00:00", "id": 0, "class": "general", "event": "status", "connection_id": 15, "account": { "user": "anna", "host": "web01" }, "login": { "user": "anna", "os": "", "ip": "10.0.0.7", "proxy": "" }, "general_data": { "command": "Query", "sql_command": "create_user", "query": "CREATE USER \'bob\'@\'web02\' IDENTIFIED BY <secret>", "status": 0 } },',
    "20260310 12:00:00,db01,anna,10.0.0.7,7,9,QUERY,shop,'select a, b from c',0",
    '20260310 12:00:00,db01,anna,10.0.0.7,7,0,FAILED_CONNECT,,,1045',
  ],
}
