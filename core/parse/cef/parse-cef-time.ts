import type { ParseContext } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { parseZone } from '../time/parse-zone.ts'

/** `Mon Aug  1 06:40:30 2022`, as C's asctime writes it. */
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} [ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/

/** What may follow a time: `UTC`, `GMT+00:00`, `+0200`. */
function zoneOf(rest: string): number | undefined {
  return parseZone(rest) ?? (rest.startsWith('GMT') ? parseZone(rest.slice(3)) : undefined)
}

/**
 * The times CEF and LEEF allow: epoch in milliseconds, `MMM dd yyyy HH:mm:ss.SSS zzz` with year, fraction and zone
 * left out at will; ISO 8601 and asctime, which no guide allows but devices write.
 */
export function parseCefTime(value: string, context: ParseContext): bigint | undefined {
  if (value.length > 48) return undefined
  const known = parseAnyTime(value, context)
  if (known !== undefined) return known
  const asc = ASCTIME.exec(value)
  const text = asc ? `${asc[1]} ${asc[3]} ${asc[2]}` : value
  const bsd = bsdTimeAt(text, 0, context)
  if (!bsd || bsd.end === text.length) return bsd?.time
  const zone = zoneOf(text.slice(bsd.end).trim())
  return zone === undefined ? bsd.time : bsdTimeAt(text, 0, { ...context, zoneMinutes: zone })?.time
}
