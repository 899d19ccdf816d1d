import { createFields } from '../create-fields.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { readCiscoHeader } from './read-cisco-header.ts'
import { hasTag, readTag } from './read-tag.ts'
import { setHost } from './set-origin.ts'
import { stampAt } from './stamp-at.ts'

const MAX_HOST = 255
const SPACE = 0x20
const COLON = 0x3a

/** Host names have no `=`, quote or bracket: such a word is already the message. */
const HOST = /^\w[\w.:%/@-]*$/
/** Templates of rsyslog and BIG-IP name facility or level before the tag. */
const LEVEL = /^(?:[a-z]+\d?\.)?(emerg|alert|crit|err|error|warning|warn|notice|info|debug) $/
const MAX_LEVEL = 20

function skipSpaces(text: string, at: number): number {
  let cursor = at
  while (text.charCodeAt(cursor) === SPACE) cursor++
  return cursor
}

/** @returns the end of a host name at `at`, `at` itself where none stands */
function hostEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space < 0 || space === at || space - at > MAX_HOST + 1) return at
  const end = text.charCodeAt(space - 1) === COLON ? space - 1 : space
  return HOST.test(text.slice(at, end)) ? end : at
}

/** A host with a colon behind it looks like a tag; what follows tells. */
const isHostAlone = (text: string, end: number): boolean => {
  if (text.charCodeAt(end) !== COLON) return false
  const next = skipSpaces(text, end + 1)
  return text.charCodeAt(next) === 0x25 || text.startsWith('CEF:', next) || text.startsWith('LEEF:', next)
}

/** Levels before the tag stay in `log.level`, which nobody else sets here. */
function skipLevel(text: string, at: number): { level: string | undefined; end: number } {
  const space = text.indexOf(' ', at)
  if (space > at && space - at < MAX_LEVEL) {
    const level = LEVEL.exec(text.slice(at, space + 1))?.[1]
    if (level !== undefined && hasTag(text, space + 1)) return { level, end: space + 1 }
  }
  return { level: undefined, end: at }
}

/**
 * RFC 3164 as it is found: `Oct 11 22:14:15 host tag[pid]: message`, the time also as ISO 8601 or in Cisco's way, host
 * or tag left out.
 * @param certain a PRI said that this is syslog; without one an ISO time needs host and tag to be believed
 */
export function readRfc3164(
  text: string,
  at: number,
  context: ParseContext,
  certain: boolean,
): Parsed | undefined {
  const fields = createFields()
  const start = certain ? skipSpaces(text, at) : at
  const stamp = stampAt(text, start, context)
  if (!stamp) {
    if (!certain) return undefined
    const cisco = readCiscoHeader(fields, text, start, context, false)
    const payload = cisco ? { text: text.slice(cisco.end).trim() } : readTag(fields, text, start)
    return { time: cisco?.time, fields, payload }
  }
  let cursor = stamp.end
  const closed = text.charCodeAt(cursor) === COLON
  if (closed) cursor++
  if (text.charCodeAt(cursor) !== SPACE) return undefined
  cursor = skipSpaces(text, cursor)
  // `Mar  1 00:00:01 UTC: %SYS-5-RESTART: ...`: a time that a colon closes has no host behind it.
  if (closed && stamp.iso && !certain) return undefined
  const alone = !closed && isHostAlone(text, hostEnd(text, cursor))
  if (!closed && (alone || !hasTag(text, cursor))) {
    const end = hostEnd(text, cursor)
    if (end > cursor) {
      setHost(fields, text.slice(cursor, end))
      cursor = skipSpaces(text, end)
      // `fw01 : %ASA-6-302013: ...`
      if (text.charCodeAt(cursor) === COLON) cursor = skipSpaces(text, cursor + 1)
    }
    const hosted = fields['host.name'] !== undefined
    if (stamp.iso && !certain && !(hosted && hasTag(text, cursor))) return undefined
    const cisco = hosted ? readCiscoHeader(fields, text, cursor, context, true) : undefined
    if (cisco) return { time: cisco.time ?? stamp.time, fields, payload: { text: text.slice(cisco.end).trim() } }
  } else if (stamp.iso && !certain) return undefined
  if (closed) return { time: stamp.time, fields, payload: { text: text.slice(cursor).trim() } }
  const { level, end } = skipLevel(text, cursor)
  if (level !== undefined) fields['log.level'] = level
  return { time: stamp.time, fields, payload: readTag(fields, text, end) }
}
