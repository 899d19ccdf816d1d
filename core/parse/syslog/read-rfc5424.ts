import { createFields } from '../create-fields.ts'
import type { Parsed, Payload } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setHost, setProcessId, setProgram } from './set-origin.ts'
import { structuredDataAt } from './structured-data.ts'

/** @returns the end of PRINTUSASCII of 1 to `max` characters at `at`, -1 for anything else */
export function tokenEnd(text: string, at: number, max: number): number {
  let end = at
  for (; end - at <= max; end++) {
    const code = text.charCodeAt(end)
    if (!(code > 0x20 && code < 0x7f)) break
  }
  const whole = end > at && end - at <= max && text.charCodeAt(end) === 0x20
  return whole ? end : -1
}

const LIMITS = { time: 40, host: 255, app: 48, procid: 128, msgid: 32 } as const

/** Zones beyond a day or without the T of RFC 3339 are someone else's times. */
function headerTime(token: string): bigint | undefined {
  return token.charCodeAt(10) === 0x54 && token.length > 19 ? parseIsoTime(token, 0) : undefined
}

/**
 * RFC 5424 from VERSION on, to the letter: `1 2003-08-24T05:14:15.000003-07:00 host app procid msgid [sd] message`.
 * @returns undefined for whatever breaks the grammar
 */
export function readRfc5424(text: string, at: number): Parsed | undefined {
  let cursor = at
  while (cursor - at < 3 && digitsAt(text, cursor, 1) >= 0) cursor++
  const version = digitsAt(text, at, cursor - at)
  if (cursor === at || text.charCodeAt(cursor) !== 0x20 || version === 0) return undefined
  const timeEnd = tokenEnd(text, cursor + 1, LIMITS.time)
  if (timeEnd < 0) return undefined
  const stamp = text.slice(cursor + 1, timeEnd)
  const time = stamp === '-' ? undefined : headerTime(stamp)
  if (stamp !== '-' && time === undefined) return undefined
  const hostEnd = tokenEnd(text, timeEnd + 1, LIMITS.host)
  const appEnd = hostEnd < 0 ? -1 : tokenEnd(text, hostEnd + 1, LIMITS.app)
  const procidEnd = appEnd < 0 ? -1 : tokenEnd(text, appEnd + 1, LIMITS.procid)
  const msgidEnd = procidEnd < 0 ? -1 : tokenEnd(text, procidEnd + 1, LIMITS.msgid)
  if (msgidEnd < 0) return undefined

  const fields = createFields()
  const dataStart = msgidEnd + 1
  const nil = text.charCodeAt(dataStart) === 0x2d
  const end = nil ? dataStart + 1 : structuredDataAt(fields, text, dataStart, true)
  if (end <= dataStart || (end < text.length && text.charCodeAt(end) !== 0x20)) return undefined

  const host = text.slice(timeEnd + 1, hostEnd)
  const app = text.slice(hostEnd + 1, appEnd)
  const procid = text.slice(appEnd + 1, procidEnd)
  const msgid = text.slice(procidEnd + 1, msgidEnd)
  fields['log.syslog.version'] = String(version)
  if (host !== '-') setHost(fields, host)
  if (app !== '-') setProgram(fields, app)
  if (procid !== '-') setProcessId(fields, procid)
  if (msgid !== '-') fields['log.syslog.msgid'] = msgid
  return { time, fields, payload: payloadOf(text, dataStart, end, app, msgid), isBounded: nil }
}

/**
 * The message; without one the structured data behind its MSGID, as Junos and others say everything there:
 * `RT_FLOW_SESSION_CLOSE [junos@2636.1.1.1.2.40 reason="..."]`.
 */
export function payloadOf(
  text: string,
  dataStart: number,
  dataEnd: number,
  app: string,
  msgid: string,
): Payload | undefined {
  const program = app === '-' ? undefined : app
  const message = text.slice(dataEnd).trim()
  if (message !== '') return { text: message, program }
  const data = text.slice(dataStart, dataEnd)
  if (!data.includes('="')) return undefined
  return { text: msgid === '-' ? data : `${msgid} ${data}`, program, quiet: true }
}
