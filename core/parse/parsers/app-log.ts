import { LETTER_LEVELS, levelOf } from '../app/levels.ts'
import { readAppHeader } from '../app/read-header.ts'
import { appStampAt } from '../app/stamp.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

const OPEN = 0x5b

function finish(parsed: Parsed, message: string): Parsed {
  const { fields } = parsed
  fields['event.dataset'] = 'app.log'
  // Kafka's `%m (%c)`.
  const open = fields['log.logger'] === undefined && message.endsWith(')') ? message.lastIndexOf(' (') : -1
  const logger = open > 0 && message.length - open < 200 ? message.slice(open + 2, -1) : ''
  const named = /^[a-z]\w*(?:\.[\w$]+)+$/.test(logger)
  if (named) fields['log.logger'] = logger
  // What was logged may be somebody's line: JSON, a refusal.
  const text = (named ? message.slice(0, open) : message).trim()
  if (text !== '') parsed.payload = { text }
  return parsed
}

/** ActiveMQ's `| INFO  | text | logger | thread` behind the time. */
function readPiped(text: string, at: number, time: bigint): Parsed | undefined {
  if (!text.startsWith(' | ', at)) return undefined
  const parts = text.slice(at + 3).split(' | ')
  const level = levelOf((parts[0] ?? '').trim())
  if (level === undefined || parts.length < 4) return undefined
  const fields = createFields()
  fields['log.level'] = level
  fields['log.logger'] = (parts.at(-2) ?? '').trim()
  fields['process.thread.name'] = (parts.at(-1) ?? '').trim()
  return finish({ time, fields }, parts.slice(1, -2).join(' | '))
}

/** Android's `03-10 12:00:00.123  2227  2230 D TextView: text` behind the time. */
function readLogcat(text: string, at: number, time: bigint): Parsed | undefined {
  const [head, pid, tid, letter = '', tag = ''] =
    /^ +(\d{1,7}) +(\d{1,7}) ([VDIWEF]) ([^:]{0,80}): ?/.exec(text.slice(at, at + 120)) ?? []
  const level = LETTER_LEVELS.get(letter)
  if (head === undefined || level === undefined) return undefined
  const fields = createFields()
  fields['process.pid'] = Number(pid)
  fields['process.thread.id'] = Number(tid)
  fields['log.level'] = level
  fields['log.logger'] = tag.trim()
  return finish({ time, fields }, text.slice(at + head.length))
}

/** `20260310-12:00:00:123|component|pid|text` behind the time. */
function readBarred(text: string, at: number, time: bigint): Parsed | undefined {
  if (text.charCodeAt(at) !== 0x7c) return undefined
  const [component = '', pid = ''] = text.slice(at + 1, at + 120).split('|', 2)
  if (component === '' || !/^\d{1,10}$/.test(pid)) return undefined
  const fields = createFields()
  fields['log.logger'] = component
  fields['process.pid'] = Number(pid)
  return finish({ time, fields }, text.slice(at + component.length + pid.length + 3))
}

/** Proxifier's `[03.10 12:00:00] browser.exe - text`, which has no level. */
function readProgram(text: string, at: number, time: bigint): Parsed | undefined {
  const [head, name = ''] = /^ ([\w .()*-]{1,80}?\.exe(?: \*64)?) - /i.exec(text.slice(at, at + 100)) ?? []
  if (head === undefined) return undefined
  const fields = createFields()
  fields['process.name'] = name
  return finish({ time, fields }, text.slice(at + head.length))
}

/** `INFO  [main] 2026-03-10 12:00:00,123 Server.java:92 - text`, `WARNING:module:text`. */
function readLevelFirst(text: string, context: ParseContext): Parsed | undefined {
  const word = /^[A-Za-z]{3,11}/.exec(text.slice(0, 12))?.[0] ?? ''
  const level = levelOf(word)
  if (level === undefined) return undefined
  const fields = createFields()
  fields['log.level'] = level
  const [named, logger = ''] = /^:([\w.-]{1,100}):/.exec(text.slice(word.length, word.length + 110)) ?? []
  if (named !== undefined) {
    fields['log.logger'] = logger
    return finish({ time: undefined, fields }, text.slice(word.length + named.length))
  }
  const [before = '', thread] =
    /^ +(?:\[([^\]]{1,100})\] +)?/.exec(text.slice(word.length, word.length + 120)) ?? []
  const stamp = before === '' ? undefined : appStampAt(text, word.length + before.length, context)
  if (!stamp) return undefined
  if (thread !== undefined) fields['process.thread.name'] = thread
  const message = readAppHeader(fields, text, stamp.end)
  return finish({ time: stamp.time, fields }, text.slice(message))
}

/** A time may stand in brackets, behind a process id in brackets (NATS), or behind the name of its file (OpenStack). */
function startOf(text: string): { at: number; pid: number | undefined } {
  const first = text.charCodeAt(0)
  if (first === OPEN) {
    const [head = '', pid = ''] = /^\[(\d{1,10})\] /.exec(text.slice(0, 14)) ?? []
    return head === '' ? { at: 1, pid: undefined } : { at: head.length, pid: Number(pid) }
  }
  return { at: first > 0x40 ? text.indexOf(' ') + 1 : 0, pid: undefined }
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const first = text.charCodeAt(0)
  if (first > 0x40 && first < OPEN) return readLevelFirst(text, context)
  const { at, pid } = startOf(text)
  const stamp = appStampAt(text, at, context)
  if (!stamp) return undefined
  const { time } = stamp
  let end = stamp.end
  // `[2026-03-10T12:00:00Z INFO  app] text` of Rust, `[2026-03-10 12:00:00,123: INFO/MainProcess] text` of Celery.
  if (at === 1 && text.charCodeAt(end) === 0x5d) end++
  const special =
    readPiped(text, end, time) ??
    readLogcat(text, end, time) ??
    readBarred(text, end, time) ??
    (at === 1 ? readProgram(text, end, time) : undefined)
  if (special) return special
  const fields = createFields()
  if (pid !== undefined) fields['process.pid'] = pid
  const inside = at === 1 && end === stamp.end ? text.indexOf(']', end) : -1
  if (inside > 0 && inside - end < 100) {
    readAppHeader(fields, text.slice(end, inside).replace(/^: /, ' '), 0)
    const rest = text.slice(end, inside).trim().split(/ +/, 3)
    if (rest.length === 2 && fields['log.level'] !== undefined)
      fields['log.logger'] ??= (rest[1] ?? '').trim()
    return fields['log.level'] === undefined ? undefined : finish({ time, fields }, text.slice(inside + 1))
  }
  if (text.charCodeAt(end) === 0x2c) end++
  const message = readAppHeader(fields, text, end)
  // A time alone is no header: without a level anything may follow.
  if (fields['log.level'] === undefined) return undefined
  return finish({ time, fields }, text.slice(message))
}

/** Its services put the name of the file before each line when they are gathered. */
const OPENSTACK = ['nova-', 'neutron-', 'glance-', 'cinder-', 'keystone', 'heat-', 'swift-']
const LEVELS = ['INFO', 'WARN', 'ERROR', 'DEBUG', 'TRACE', 'FATAL', 'SEVERE', 'CRITICAL']

/** What log4j, logback, Python's logging, Go's and Rust's loggers write of their own: asked when nobody knows better. */
export const parser: Parser = {
  name: 'app-log',
  reads: 'lines of logging libraries: time, level, thread, logger, text in the common orders',
  version: 1,
  clues: [
    { first: '0123456789[' },
    ...LEVELS.map((prefix) => ({ prefix })),
    ...OPENSTACK.map((prefix) => ({ prefix })),
  ],
  rank: -15,
  ownNames: true,
  parse,
  samples: [
    '2026-03-10 12:00:00,123 INFO [main] org.example.Server: listening on 8080',
    '2026-03-10 12:00:00.123  WARN 4711 --- [nio-1] c.example.Shop : queue almost full',
    '2026-03-10 12:00:00,123 - shop.queue - ERROR - cannot reach broker',
    '[2026-03-10 12:00:00,123] DEBUG [worker 3] lease renewed (org.example.Lease)',
    '2026/03/10 12:00:00.123456 [INF] client connected',
    '03-10 12:00:00.123  2227  2230 D TextView: redraw',
    'WARNING:shop.queue:retrying',
    'nova-api.log 2026-03-10 12:00:00.123 4711 INFO nova.api [req-7 - - -] request accepted',
  ],
}
