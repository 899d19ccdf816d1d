import { createFields } from '../create-fields.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { hasTag, readTag } from './read-tag.ts'
import { setHost } from './set-origin.ts'

const MAX_HOST = 255

interface Stamp {
  time: bigint | undefined
  end: number
}

function stampAt(text: string, at: number, context: ParseContext): Stamp | undefined {
  const bsd = bsdTimeAt(text, at, context)
  if (bsd) return bsd
  if (text.charCodeAt(at + 4) !== 0x2d || text.charCodeAt(at + 10) !== 0x54) return undefined
  const end = text.indexOf(' ', at)
  const time = end > 0 && end - at < 40 ? parseIsoTime(text.slice(at, end), context.zoneMinutes) : undefined
  return time === undefined ? undefined : { time, end }
}

/** Host names have no `=`, quote or bracket: such a word is already the message. */
const HOST = /^\w[\w.:%/-]*$/

/**
 * RFC 3164 as it is found: `Oct 11 22:14:15 host tag[pid]: message`, the time also as ISO 8601, host or tag left out.
 * @param certain a PRI said that this is syslog; without one an ISO time needs host and tag to be believed
 */
export function readRfc3164(
  text: string,
  at: number,
  context: ParseContext,
  certain: boolean,
): Parsed | undefined {
  const stamp = stampAt(text, at, context)
  if (!stamp) {
    if (!certain) return undefined
    const fields = createFields()
    return { time: undefined, fields, payload: readTag(fields, text, at) }
  }
  let cursor = stamp.end
  if (text.charCodeAt(cursor) === 0x3a) cursor++
  if (text.charCodeAt(cursor) !== 0x20) return undefined
  while (text.charCodeAt(cursor) === 0x20) cursor++
  const fields = createFields()
  const iso = text.charCodeAt(at + 4) === 0x2d
  if (!hasTag(text, cursor)) {
    const end = text.indexOf(' ', cursor)
    const word = end < 0 ? '' : text.slice(cursor, Math.min(end, cursor + MAX_HOST + 1))
    if (word.length > 0 && word.length <= MAX_HOST && HOST.test(word)) {
      setHost(fields, word)
      cursor = end + 1
      while (text.charCodeAt(cursor) === 0x20) cursor++
    }
    if (iso && !certain && !(fields['host.name'] !== undefined && hasTag(text, cursor))) return undefined
  } else if (iso && !certain) return undefined
  return { time: stamp.time, fields, payload: readTag(fields, text, cursor) }
}
