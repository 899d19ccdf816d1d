import { createFields } from '../create-fields.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { parseEpochText } from '../time/parse-epoch-time.ts'
import { payloadOf, tokenEnd } from './read-rfc5424.ts'
import { hasTag, readTag } from './read-tag.ts'
import { setHost, setProcessId, setProgram } from './set-origin.ts'
import { stampAt } from './stamp-at.ts'
import { structuredDataAt } from './structured-data.ts'

const MAX_TOKEN = 255
const NIL = 0x2d
const OPEN = 0x5b

/** Heroku's `app web.3 - text` leaves the structured data out: dynos, routers, process ids. */
const PROCESS = /^(?:[\w-]{1,64}\.\d{1,6}|\d{1,10}|router|heroku-[\w-]{1,32}|api|scheduler)$/

interface Start {
  time: bigint | undefined
  end: number
}

/** After the version: a time as RFC 3339 has it or nearly so, `-`, or Meraki's epoch. */
function startAt(text: string, at: number, context: ParseContext): Start | undefined {
  const end = tokenEnd(text, at, 40)
  if (end < 0) return undefined
  if (end - at === 1 && text.charCodeAt(at) === NIL) return { time: undefined, end }
  const stamp = stampAt(text, at, context)
  if (stamp) return text.charCodeAt(stamp.end) === 0x20 ? stamp : undefined
  const time = parseEpochText(text.slice(at, end))
  return time === undefined ? undefined : { time, end }
}

/** What follows the host: `app procid msgid [sd] message` as far as it keeps to that, else a tag or a message. */
function readRest(parsed: Parsed, text: string, at: number): void {
  const { fields } = parsed
  const appEnd = tokenEnd(text, at, MAX_TOKEN)
  const procidEnd = appEnd < 0 ? -1 : tokenEnd(text, appEnd + 1, MAX_TOKEN)
  const msgidEnd = procidEnd < 0 ? -1 : tokenEnd(text, procidEnd + 1, MAX_TOKEN)
  const dataStart = msgidEnd + 1
  const first = text.charCodeAt(dataStart)
  const third = msgidEnd - procidEnd === 2 && text.charCodeAt(procidEnd + 1) === NIL
  if (third && first !== NIL && first !== OPEN && PROCESS.test(text.slice(appEnd + 1, procidEnd))) {
    const app = text.slice(at, appEnd)
    setProgram(fields, app)
    setProcessId(fields, text.slice(appEnd + 1, procidEnd))
    parsed.payload = { text: text.slice(dataStart).trim(), program: app }
    return
  }
  // Few messages have `-` or `[` for their fourth word, and none of those a colon before.
  const whole = msgidEnd > 0 && (first === NIL || first === OPEN) && !hasTag(text, at)
  if (!whole) {
    parsed.payload = readTag(fields, text, at)
    return
  }
  const app = text.slice(at, appEnd)
  const procid = text.slice(appEnd + 1, procidEnd)
  const msgid = text.slice(procidEnd + 1, msgidEnd)
  if (app !== '-') setProgram(fields, app)
  if (procid !== '-') setProcessId(fields, procid)
  if (msgid !== '-') fields['log.syslog.msgid'] = msgid
  const data = createFields()
  const nil = first === NIL && !(text.charCodeAt(dataStart + 1) > 0x20)
  const dataEnd = nil ? dataStart + 1 : structuredDataAt(data, text, dataStart, false)
  if (dataEnd > dataStart) Object.assign(fields, data)
  parsed.payload = payloadOf(text, dataStart, Math.max(dataStart, dataEnd), app, msgid)
}

/**
 * What calls itself version 1 and is not quite RFC 5424: parts left out, data with bare brackets or in a syntax of its
 * own (which is then the message), Meraki's `1 1563249630.774247089 MX84 events ...`. Has no `log.syslog.version`.
 */
export function readLooseRfc5424(text: string, at: number, context: ParseContext): Parsed | undefined {
  let cursor = at
  while (cursor - at < 3 && text.charCodeAt(cursor) >= 0x30 && text.charCodeAt(cursor) <= 0x39) cursor++
  if (cursor === at || text.charCodeAt(cursor) !== 0x20) return undefined
  const start = startAt(text, cursor + 1, context)
  if (!start) return undefined
  const fields = createFields()
  const parsed: Parsed = { time: start.time, fields }
  let rest = start.end + 1
  const hostEnd = tokenEnd(text, rest, MAX_TOKEN)
  if (hostEnd > 0) {
    const host = text.slice(rest, hostEnd)
    if (host !== '-') setHost(fields, host)
    rest = hostEnd + 1
  }
  while (text.charCodeAt(rest) === 0x20) rest++
  readRest(parsed, text, rest)
  return parsed
}
