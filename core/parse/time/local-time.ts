import { zoneOffset } from './zone-offset.ts'

/** Where a clock without a zone stands: an IANA zone with its summer times, else minutes east of UTC. */
export interface Clock {
  zoneMinutes: number
  zone?: string | undefined
}

const DAY = 86_400_000
const MINUTE = 60_000
const MAX_DAYS = 4_096

/** Per zone and local day, the offset where none begins or ends within a day of it, else undefined. */
const steady = new Map<string, Map<number, number | undefined>>()

function steadyOffset(zone: string, local: number): number | undefined {
  let days = steady.get(zone)
  if (days === undefined || days.size > MAX_DAYS) {
    days = new Map()
    steady.set(zone, days)
  }
  const day = Math.floor(local / DAY)
  if (days.has(day)) return days.get(day)
  const before = zoneOffset(zone, (day - 1) * DAY)
  // NaN, for a zone that is none, is steady too.
  const offset = Object.is(before, zoneOffset(zone, (day + 2) * DAY)) ? before : undefined
  days.set(day, offset)
  return offset
}

/**
 * What the clock on a wall says, as milliseconds since the epoch. A time that comes twice in autumn is the first of
 * them; one that spring leaves out is read with the offset before the change.
 * @param local the clock's reading, as if it were UTC
 * @param clock minutes east of UTC, or where it hangs
 */
export function localToUtc(local: number, clock: number | Clock): number {
  if (typeof clock === 'number') return local - clock * MINUTE
  const { zone } = clock
  if (zone === undefined || zone === '' || !(Math.abs(local) < 8e15))
    return local - clock.zoneMinutes * MINUTE
  const offset = steadyOffset(zone, local)
  if (offset !== undefined)
    return Number.isNaN(offset) ? local - clock.zoneMinutes * MINUTE : local - offset * MINUTE
  const before = zoneOffset(zone, local - DAY)
  const after = zoneOffset(zone, local + DAY)
  const early = local - before * MINUTE
  const late = local - after * MINUTE
  const holds = (instant: number, minutes: number): boolean => zoneOffset(zone, instant) === minutes
  if (holds(early, before)) return holds(late, after) ? Math.min(early, late) : early
  return holds(late, after) ? late : early
}
