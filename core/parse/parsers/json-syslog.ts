import type { Fields, Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isScalar } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { facilityCode, setFacility, setPriority, setSeverity, severityCode } from '../syslog/priority.ts'
import { setHost, setProcessId, setProgram } from '../syslog/set-origin.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** The parts of a header by the names that rsyslog, syslog-ng, Vector, Fluentd, NXLog and Logstash give them. */
const PARTS = {
  text: ['message', 'MESSAGE', 'msg', 'Message'],
  host: ['hostname', 'HOST', 'host', 'Hostname', 'logsource', 'fromhost', 'fromhost-ip', 'FULLHOST'],
  program: ['programname', 'PROGRAM', 'appname', 'app-name', 'ident', 'program', 'SourceName'],
  tag: ['syslogtag', 'syslog-tag'],
  pid: ['procid', 'PID', 'pid', 'ProcessID'],
  msgid: ['msgid', 'MSGID'],
  priority: ['pri', 'PRI', 'SyslogPriority'],
  facility: [
    'facility',
    'FACILITY',
    'syslogfacility-text',
    'syslogfacility',
    'SyslogFacility',
    'facility_label',
  ],
  severity: [
    'severity',
    'syslogseverity-text',
    'syslogseverity',
    'PRIORITY',
    'LEVEL',
    'SyslogSeverity',
    'priority',
  ],
  time: ['timereported', 'ISODATE', 'DATE', 'timestamp', 'time', 'EventTime', 'timegenerated', '@timestamp'],
} as const
const READ: ReadonlySet<string> = new Set(Object.values(PARTS).flat())

function partOf(json: JsonObject, part: keyof typeof PARTS): Scalar | undefined {
  for (const name of PARTS[part]) {
    const value = json[name]
    if (isScalar(value) && value !== '' && value !== '-') return value
  }
  return undefined
}

function timeOf(json: JsonObject, context: ParseContext): bigint | undefined {
  for (const name of PARTS.time) {
    const time = parseAnyTime(json[name], context)
    if (time !== undefined) return time
  }
  return undefined
}

function setHeader(fields: Fields, json: JsonObject): void {
  const priority = Number(partOf(json, 'priority') ?? Number.NaN)
  if (priority >= 0 && priority <= 191) {
    setPriority(fields, Math.trunc(priority))
    return
  }
  const facility = facilityCode(String(partOf(json, 'facility') ?? ''))
  const severity = severityCode(String(partOf(json, 'severity') ?? ''))
  if (facility !== undefined) setFacility(fields, facility)
  if (severity !== undefined) setSeverity(fields, severity)
  if (facility !== undefined && severity !== undefined)
    fields['log.syslog.priority'] = facility * 8 + severity
}

/** `sshd[812]:` in one word, as rsyslog keeps it. */
function readSyslogTag(tag: string): { program: string; pid: string } {
  const open = tag.indexOf('[')
  const close = open < 0 ? -1 : tag.indexOf(']', open)
  const end = tag.endsWith(':') ? tag.length - 1 : tag.length
  return close < 0
    ? { program: tag.slice(0, end), pid: '' }
    : { program: tag.slice(0, open), pid: tag.slice(open + 1, close) }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const text = json === undefined ? undefined : partOf(json, 'text')
  if (json === undefined || typeof text !== 'string') return undefined
  const tag = readSyslogTag(String(partOf(json, 'tag') ?? ''))
  const program = String(partOf(json, 'program') ?? tag.program)
  const fields = createFields()
  const rest: JsonObject = {}
  for (const name in json) if (!READ.has(name)) rest[name] = json[name]
  flattenJson(fields, '', rest)
  fields['event.dataset'] = 'syslog'
  setHeader(fields, json)
  const host = partOf(json, 'host')
  if (host !== undefined) setHost(fields, String(host))
  if (program !== '') setProgram(fields, program)
  setProcessId(fields, String(partOf(json, 'pid') ?? tag.pid))
  const msgid = partOf(json, 'msgid')
  if (msgid !== undefined) fields['log.syslog.msgid'] = String(msgid)
  return {
    time: timeOf(json, context),
    fields,
    payload: { text: text.trim(), program: program === '' ? undefined : program },
  }
}

/** An envelope: a syslog header that a relay took apart. */
export const parser: Parser = {
  name: 'json-syslog',
  reads:
    "syslog taken apart: JSON templates of rsyslog and syslog-ng, Vector's, Fluentd's, NXLog's and Logstash's syslog",
  version: 1,
  clues: [
    ...['syslogtag', 'programname', 'syslogfacility-text', 'LEGACY_MSGHDR', 'SyslogFacility'].map((name) => ({
      json: [name],
    })),
    { json: ['PROGRAM', 'MESSAGE'] },
    { json: ['appname', 'message', 'facility'] },
    { json: ['ident', 'message', 'pri'] },
    { json: ['ident', 'message', 'host'] },
    { json: ['logsource', 'message'] },
  ],
  rank: -4,
  parse,
  samples: [
    '{"timereported":"2026-03-10T12:00:00Z","hostname":"web01","syslogtag":"backupd[812]:","syslogfacility-text":"daemon","syslogseverity-text":"info","msg":" snapshot 17 written"}',
    '{"PROGRAM":"backupd","PRIORITY":"info","PID":"812","MESSAGE":"snapshot 17 written","HOST":"web01","FACILITY":"daemon","DATE":"2026-03-10T12:00:00+00:00"}',
    '{"appname":"backupd","facility":"daemon","hostname":"web01","message":"snapshot 17 written","procid":812,"severity":"info","timestamp":"2026-03-10T12:00:00Z"}',
  ],
}
