import type { Fields } from '../../event/event.ts'
import type { ParseContext } from '../parser.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { setHost } from './set-origin.ts'

const SPACE = 0x20
const COLON = 0x3a
const MAX_WORD = 255

export interface CiscoHeader {
  time: bigint | undefined
  /** Where the message begins. */
  end: number
}

/** Digits, a colon and a blank: a counter of messages. */
const COUNTER = /^\d{1,10}$/
/** How long the device has been up: `2y10w`, `1w2d`, `3d06h`, `00:01:01`. */
const UPTIME = /^(?:\d{1,4}[ywdhms]){1,4}$|^\d{1,3}:\d\d:\d\d(?:\.\d{1,6})?$/
const HOST = /^[\w.:-]+$/

/** The word at `at` that `: ` closes, without it. */
function wordAt(text: string, at: number): string | undefined {
  const limit = Math.min(text.length, at + MAX_WORD)
  let end = at
  while (end < limit && text.charCodeAt(end) !== SPACE) end++
  return end > at && text.charCodeAt(end) === SPACE && text.charCodeAt(end - 1) === COLON
    ? text.slice(at, end - 1)
    : undefined
}

/** `Mar  1 00:00:01.123 UTC: `, after `*` or `.` when the clock is not set; closed by a colon, or by the message. */
function timeAt(text: string, at: number, context: ParseContext): CiscoHeader | undefined {
  const mark = text.charCodeAt(at)
  const stamp = bsdTimeAt(text, mark === 0x2a || mark === 0x2e ? at + 1 : at, context)
  if (!stamp) return undefined
  let end = stamp.end
  if (text.charCodeAt(end) === COLON) end++
  // UCS puts a blank before it.
  else if (text.charCodeAt(end) === SPACE && text.charCodeAt(end + 1) === COLON) end += 2
  else if (text.charCodeAt(end + 1) !== 0x25) return undefined
  while (text.charCodeAt(end) === SPACE) end++
  return { time: stamp.time, end }
}

/**
 * What IOS, NX-OS and their kin put before `%FACILITY-SEVERITY-NAME:`, each part optional:
 * `123: sw01: 000123: *Mar  1 00:00:01.123 UTC: `. Nothing that is also an ordinary header is taken for it.
 * @param hosted whether a host was read before, so that none stands here
 * @returns undefined when no such header stands at `at`
 */
export function readCiscoHeader(
  fields: Fields,
  text: string,
  at: number,
  context: ParseContext,
  hosted: boolean,
): CiscoHeader | undefined {
  let cursor = at
  let counter: string | undefined
  let host: string | undefined
  // `: ` is a counter that was left out.
  if (text.charCodeAt(cursor) === COLON) cursor += text.charCodeAt(cursor + 1) === SPACE ? 2 : 1
  for (let words = 0; words < 4; words++) {
    const stamp = timeAt(text, cursor, context)
    if (stamp) return finish(fields, counter, host, stamp)
    const word = wordAt(text, cursor)
    if (word === undefined) break
    if (UPTIME.test(word)) {
      const end = cursor + word.length + 2
      return text.charCodeAt(end) === 0x25
        ? finish(fields, counter, host, { time: undefined, end })
        : undefined
    }
    if (COUNTER.test(word)) counter = word
    else if (host === undefined && !hosted && HOST.test(word)) host = word
    else break
    cursor += word.length + 2
  }
  // `%ASA-6-...` may follow at once; a host alone before it is the caller's matter.
  const message = text.charCodeAt(cursor) === 0x25 && (counter !== undefined || host !== undefined)
  return message ? finish(fields, counter, host, { time: undefined, end: cursor }) : undefined
}

function finish(
  fields: Fields,
  counter: string | undefined,
  host: string | undefined,
  header: CiscoHeader,
): CiscoHeader {
  if (counter !== undefined) fields['event.sequence'] = Number(counter)
  if (host !== undefined) setHost(fields, host)
  return header
}
