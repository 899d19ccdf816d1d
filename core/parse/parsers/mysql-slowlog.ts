import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import type { Clock } from '../time/local-time.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const MAX_HEAD_LINES = 40
const WHO =
  /^# User@Host: ([^[\s]{0,128})(?:\[([^\]]{0,128})\])? @ +([^[\s]{0,255}) ?\[([^\]]{0,45})\](?: +Id: +(\d{1,15}))?/
const PAIR = /([A-Z][A-Za-z_]{2,40}): +(?!\w+: )(\S+)/g
const SECONDS = new Set(['Lock_time'])

/** Names of the server's own counters, as Elastic names them where they are other words. */
const RENAMED: Readonly<Record<string, string>> = {
  QC_hit: 'query_cache_hit',
  Lock_time: 'lock_time.sec',
  Bytes_sent: 'bytes_sent',
  Last_errno: 'last_errno',
}

function setCounters(fields: Fields, line: string): void {
  for (const [, name = '', value = ''] of line.matchAll(PAIR)) {
    const number = Number(value)
    if (name === 'Query_time') fields['event.duration'] = Math.round(number * 1e6) * 1_000 || 0
    else if (name === 'Thread_id' || name === 'Id')
      fields['mysql.thread_id'] = Number.isFinite(number) ? number : value
    else if (name === 'Start' || name === 'End') fields[`event.${name.toLowerCase()}`] = value
    else if (name !== 'Time') {
      const known = RENAMED[name] ?? name.toLowerCase()
      const flag = value === 'Yes' ? true : value === 'No' ? false : undefined
      fields[`mysql.slowlog.${known}`] =
        flag ?? (Number.isFinite(number) || SECONDS.has(name) ? number || 0 : value)
    }
  }
}

function setWho(fields: Fields, line: string): void {
  const [, user = '', current = '', host = '', ip = '', id] = WHO.exec(line) ?? []
  if (user !== '') fields['user.name'] = user
  if (current !== '') fields['mysql.slowlog.current_user'] = current
  if (host !== '' && !isIp(host)) fields['source.domain'] = host
  if (isIp(ip)) fields['source.ip'] = ip
  else if (isIp(host)) fields['source.ip'] = host
  if (id !== undefined) fields['mysql.thread_id'] = Number(id)
}

/** `# Time: 260310 12:00:00` or `# Time: 2026-03-10T12:00:00.123456Z`. */
function timeOf(line: string, clock: number | Clock): bigint | undefined {
  const text = line.slice(8).trim()
  const short = /^(\d\d)(\d\d)(\d\d) +(\d{1,2}:\d\d:\d\d)$/.exec(text.slice(0, 24))
  if (!short) return parseIsoTime(text, clock)
  const ofDay = short[4] ?? ''
  return parseIsoTime(`20${short[1]}-${short[2]}-${short[3]}T${ofDay.padStart(8, '0')}`, clock)
}

/** One entry: comment lines with who and how long, then the statement. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const fields = createFields()
  fields['event.module'] = 'mysql'
  fields['event.dataset'] = 'mysql.slowlog'
  let time: bigint | undefined
  let at = 0
  for (let i = 0; i < MAX_HEAD_LINES && at < text.length; i++) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, Math.min(end, at + 1_024)).trimEnd()
    const set = /^SET timestamp=(\d{10}(?:\.\d{1,9})?);$/.exec(line)
    if (line.startsWith('# User@Host: ')) setWho(fields, line)
    else if (line.startsWith('# Time: ')) time ??= timeOf(line, context)
    else if (line.startsWith('#')) setCounters(fields, line)
    else if (set) time = parseEpochTime(Number(set[1]))
    else if (/^use \S{1,64};$/i.test(line)) fields['mysql.slowlog.schema'] ??= line.slice(4, -1)
    else break
    at = end + 1
  }
  if (fields['event.duration'] === undefined) return undefined
  // A tail of the next entry's time belongs to nobody.
  const query = text
    .slice(at)
    .replace(/\n# Time: [^\n]{1,40}$/, '')
    .trim()
  if (query !== '') fields['mysql.slowlog.query'] = query
  return { time, fields }
}

export const parser: Parser = {
  name: 'mysql-slowlog',
  reads: 'slow query log of MySQL, MariaDB and Percona Server, one entry of many lines a record',
  version: 1,
  clues: [{ prefix: '# User@Host: ' }, { prefix: '# Time: ' }],
  parse,
  samples: [
    '# User@Host: anna[anna] @ web01 [10.0.0.7]  Id:    17\n# Query_time: 2.000652  Lock_time: 0.000036 Rows_sent: 1  Rows_examined: 9\nSET timestamp=1773144000;\nselect sleep(2);',
    '# Time: 2026-03-10T12:00:00.123456Z\n# User@Host: anna[anna] @  [10.0.0.7]\n# Thread_id: 5  Schema: shop  QC_hit: No\n# Query_time: 1.5  Lock_time: 0.0  Rows_sent: 0  Rows_examined: 0\nuse shop;\ncall f();',
  ],
}
