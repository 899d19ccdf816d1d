import type { ParseContext } from '../parser.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

export interface Stamp {
  time: bigint | undefined
  /** Where the text goes on. */
  end: number
  /** ISO 8601, with which many lines begin that are no syslog. */
  iso: boolean
}

const MAX_STAMP = 40
const DAYS = 'MonTueWedThuFriSatSun'

/** `+00:00`, `Z` at the end of a word of 20 characters and more. */
const ZONED = /(?:[+-]\d\d:?\d\d|Z)$/
const ZONED_TWICE = /[+-]\d\d:?\d\dZ$/

/** ISO 8601 up to the next blank; a blank for the T only where a zone makes sure, as macOS has it. */
function isoAt(text: string, at: number, context: ParseContext): Stamp | undefined {
  if (text.charCodeAt(at + 4) !== 0x2d || text.charCodeAt(at + 7) !== 0x2d) return undefined
  const between = text.charCodeAt(at + 10)
  if (between !== 0x54 && between !== 0x20) return undefined
  let end = at + 16
  while (end - at < MAX_STAMP && end < text.length && text.charCodeAt(end) !== 0x20) end++
  const word = text.slice(at, text.charCodeAt(end - 1) === 0x3a ? end - 1 : end)
  if (between === 0x20 && !ZONED.test(word)) return undefined
  // `+00:00Z`: some say it twice.
  const once = word.length > 20 && ZONED_TWICE.test(word) ? word.slice(0, -1) : word
  const time = parseIsoTime(once, context)
  return time === undefined ? undefined : { time, end: at + word.length, iso: true }
}

/** `Mon `, before which some templates put the time. */
function weekdayEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 3) !== 0x20) return at
  const found = DAYS.indexOf(text.slice(at, at + 3))
  return found >= 0 && found % 3 === 0 ? at + 4 : at
}

/** The time of a header: RFC 3164's, with or without a weekday, or ISO 8601. */
export function stampAt(text: string, at: number, context: ParseContext): Stamp | undefined {
  const bsd = bsdTimeAt(text, weekdayEnd(text, at), context)
  return bsd ? { time: bsd.time, end: bsd.end, iso: false } : isoAt(text, at, context)
}
