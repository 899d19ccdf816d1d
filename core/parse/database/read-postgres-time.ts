import type { Clock } from '../time/local-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { parseZone } from '../time/parse-zone.ts'
import { zoneOfName } from '../time/zone-names.ts'

const STAMP = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) ([A-Z]{1,5}|[+-]\d\d(?::?\d\d)?)(?=[ ,:]|$)/

export interface PostgresTime {
  time: bigint
  text: string
}

/** `2026-03-10 12:00:00.123 CET` as `%t` and `%m` of log_line_prefix write it. */
export function readPostgresTime(text: string, clock: number | Clock): PostgresTime | undefined {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(10) !== 0x20) return undefined
  const stamp = STAMP.exec(text.slice(0, 40))
  if (!stamp?.[1] || !stamp[2]) return undefined
  const zone = zoneOfName(stamp[2]) ?? parseZone(stamp[2]) ?? clock
  const time = parseIsoTime(stamp[1], zone)
  return time === undefined ? undefined : { time, text: stamp[0] }
}
