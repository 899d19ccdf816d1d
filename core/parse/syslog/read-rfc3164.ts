import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { addressAt, hostAt, levelAt, namedPriorityAt } from './host-at.ts'
import { namedPriority, setPriority } from './priority.ts'
import { readCiscoHeader } from './read-cisco-header.ts'
import { readSolarisId } from './read-solaris-id.ts'
import { hasTag, readTag } from './read-tag.ts'
import { stampAt } from './stamp-at.ts'

const SPACE = 0x20
const COLON = 0x3a

function skipSpaces(text: string, at: number): number {
  let cursor = at
  while (text.charCodeAt(cursor) === SPACE) cursor++
  return cursor
}

/** `<auth.info> ` or `<4.6> `, which `syslogd -v` of BSD writes behind the time. */
function skipPriority(fields: Fields, text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x3c) return at
  const close = text.indexOf('>', at)
  const priority = close - at < 26 ? namedPriority(text.slice(at + 1, close)) : undefined
  if (priority === undefined) return at
  setPriority(fields, priority)
  return skipSpaces(text, close + 1)
}

/** What stands after PRI where there is no time: Cisco's counters, or the tag. */
function readTimeless(text: string, at: number, context: ParseContext): Parsed {
  const fields = createFields()
  const cisco = readCiscoHeader(fields, text, at, context, false)
  const payload = cisco ? { text: text.slice(cisco.end).trim() } : readTag(fields, text, at)
  return { time: cisco?.time, fields, payload, isBounded: true }
}

/** `%FTD-1-430003: ` of Cisco, `firewall,info ` of MikroTik. */
const VENDOR_MESSAGE =
  /^(?:%[A-Z][A-Z\d_-]{1,40}-\d-|(?:firewall|system|dhcp|wireless|interface|ppp|l2tp|ipsec|ovpn),[a-z,]{4,30} )/

/** What a vendor opens its messages with and nobody else does; a colon may stand before it. */
function opensVendorMessage(text: string, at: number): boolean {
  const start = text.charCodeAt(at) === COLON ? skipSpaces(text, at + 1) : at
  return VENDOR_MESSAGE.test(text.slice(start, start + 52))
}

/** A tag, also one behind `auth.info`: any log may have a bare level there. */
function isTagged(fields: Fields, text: string, at: number): boolean {
  return hasTag(text, at) || text.slice(at, levelAt(fields, text, at)).includes('.')
}

/**
 * RFC 3164 as it is found: `Oct 11 22:14:15 host tag[pid]: message`, the time also as ISO 8601 or in Cisco's way, host
 * or tag left out.
 * @param certain a PRI said that this is syslog; without one a time of any log needs host and tag to be believed
 */
export function readRfc3164(
  text: string,
  at: number,
  context: ParseContext,
  certain: boolean,
): Parsed | undefined {
  const start = certain ? skipSpaces(text, at) : at
  const stamp = stampAt(text, start, context)
  if (!stamp) return certain ? readTimeless(text, start, context) : undefined
  const fields = createFields()
  const { time } = stamp
  const closed = text.charCodeAt(stamp.end) === COLON
  let cursor = closed ? stamp.end + 1 : stamp.end
  if (text.charCodeAt(cursor) !== SPACE || (closed && stamp.common && !certain)) return undefined
  cursor = skipPriority(fields, text, skipSpaces(text, cursor))
  // `Mar  1 00:00:01 UTC: %SYS-5-RESTART: ...`: a time that a colon closes has no host behind it.
  if (closed) return { time, fields, payload: { text: text.slice(cursor).trim() }, isBounded: true }
  if (certain) cursor = skipSpaces(text, namedPriorityAt(fields, text, cursor))
  const end = hostAt(fields, text, cursor)
  const hosted = end > cursor
  cursor = skipSpaces(text, end)
  if (hosted) cursor = addressAt(fields, text, cursor)
  const vendor = opensVendorMessage(text, cursor)
  if (stamp.common && !certain && !vendor && !(hosted && isTagged(fields, text, cursor))) return undefined
  if (hosted) {
    const cisco = readCiscoHeader(fields, text, cursor, context, true)
    if (cisco) {
      const payload = { text: text.slice(cisco.end).trim() }
      return { time: cisco.time ?? time, fields, payload, isBounded: true }
    }
  }
  // `fw01 : text`
  if (text.charCodeAt(cursor) === COLON) cursor = skipSpaces(text, cursor + 1)
  cursor = skipSpaces(text, levelAt(fields, text, cursor))
  return { time, fields, payload: readSolarisId(fields, readTag(fields, text, cursor)), isBounded: true }
}
