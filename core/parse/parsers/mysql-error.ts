import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setMysqlCommand } from '../database/set-mysql-command.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** `2026-03-10T12:00:00.123456Z 7 `, `2026-03-10 12:00:00 7 `, `260310 12:00:00 `; hours may lack their zero. */
const STAMP =
  /^(?:(\d{4})-(\d\d)-(\d\d)[T ]|(\d\d)(\d\d)(\d\d) )( ?\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?(?=[ \t])/
const LEVELS = new Set(['System', 'Error', 'ERROR', 'Warning', 'Note', 'Entry'])
const DENIED =
  /^Access denied for user '([^']{0,128})'@'([^']{1,255})'(?: \(using password: \w{2,3}\)| to database '[^']{1,64}')?$/

function setDenial(fields: Fields, message: string): void {
  const denied = DENIED.exec(message)
  if (!denied) return
  fields['event.action'] = 'logon-failed'
  fields['event.outcome'] = 'failure'
  if (denied[1]) fields['user.name'] = denied[1]
  if (denied[2] && isIp(denied[2])) fields['source.ip'] = denied[2]
  else if (denied[2]) fields['source.domain'] = denied[2]
}

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'mysql'
  fields['event.dataset'] = 'mysql.error'
  return fields
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (text.startsWith("Version: '") || text.startsWith('InnoDB: ')) {
    const fields = start()
    fields.message = text
    return { time: undefined, fields }
  }
  const stamp = STAMP.exec(text.slice(0, 48))
  if (!stamp) return undefined
  const [, year, month, day, shortYear, shortMonth, shortDay, clock = '', zone = ''] = stamp
  const date = year ? `${year}-${month}-${day}` : `20${shortYear}-${shortMonth}-${shortDay}`
  const hours = clock.trim()
  const iso = `${date}T${hours.length < 8 || hours[1] === ':' ? '0' : ''}${hours}${zone}`
  const time = parseIsoTime(iso, context)
  if (time === undefined) return undefined
  let rest = text.slice(stamp[0].length).trimStart()
  const fields = start()
  const thread = /^(?:0x)?([0-9a-fA-F]{1,20}) +(?=\[)|^(\d{1,20})[ \t]+/.exec(rest.slice(0, 32))
  if (thread) {
    const id = wholeNumber(thread[1] ?? thread[2] ?? '')
    if (id !== undefined) fields['mysql.thread_id'] = id
    rest = rest.slice(thread[0].length)
  }
  // Since years have four digits, threads have a number.
  if (year !== undefined && !thread) return undefined
  let said: string | undefined
  const level = /^\[(\w{4,7})\] */.exec(rest.slice(0, 16))
  if (level?.[1] && LEVELS.has(level[1])) {
    fields['log.level'] = level[1]
    if (level[1].toUpperCase() === 'ERROR') fields['event.type'] = ['info', 'error']
    rest = rest.slice(level[0].length)
    const code = /^\[(MY-\d{6})\] (?:\[([\w ]{1,30})\] )?/.exec(rest.slice(0, 64))
    if (code?.[1]) {
      fields['event.code'] = code[1]
      if (code[2]) fields['event.provider'] = code[2]
      said = rest.slice(code[0].length)
    }
  } else if (setMysqlCommand(fields, rest)) said = /^Connect[ \t]+(.*)/.exec(rest)?.[1] ?? ''
  else if (!rest.startsWith('InnoDB: ') && !rest.startsWith('mysqld')) return undefined
  fields.message = rest
  setDenial(fields, said ?? rest)
  return { time, fields }
}

export const parser: Parser = {
  name: 'mysql-error',
  reads: 'error log of MySQL and MariaDB, all formats since 5.0, and the general query log',
  version: 1,
  clues: [
    { first: '0123456789', run: 4, next: '-' },
    { first: '0123456789', run: 6, next: ' ' },
    { prefix: "Version: '" },
    { prefix: 'InnoDB: ' },
    { program: 'mysqld' },
    { program: 'mariadbd' },
  ],
  ownNames: true,
  parse,
  samples: [
    "2026-03-10T12:00:00.123456Z 7 [Warning] [MY-010055] [Server] Access denied for user 'anna'@'203.0.113.9' (using password: YES)",
    "2026-03-10  9:00:00 7 [Note] Aborted connection 7 to db: 'shop' user: 'anna' host: 'web01' (Got timeout reading communication packets)",
    "260310 12:00:00 [Note] Plugin 'FEDERATED' is disabled.",
    '2026-03-10T12:00:00.123456Z\t   12 Connect\tanna@192.0.2.9 on shop using TCP/IP',
    '2026-03-10T12:00:00.123456Z\t   12 Query\tSELECT 1',
  ],
}
