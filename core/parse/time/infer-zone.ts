import type { Clock } from './local-time.ts'
import { zoneOffset } from './zone-offset.ts'

const QUARTER = 900
const NANOS = 1_000_000_000n
/** A message is on its way for less than this. */
const NEAR = 90

/**
 * The zone of a device whose message carries a local time inside an envelope that gives the instant: what is between
 * them, where that is a zone's whole number of quarters of an hour.
 * @param local the time of the message as read with `clock`
 */
export function inferZone(local: bigint, sent: bigint | undefined, clock: number | Clock): number | Clock {
  if (sent === undefined) return clock
  const apart = Number((local - sent) / NANOS)
  const quarters = Math.round(apart / QUARTER)
  if (quarters === 0 || Math.abs(apart - quarters * QUARTER) > NEAR) return clock
  const zone = minutesAt(local, clock) + quarters * 15
  return Math.abs(zone) <= 14 * 60 ? zone : clock
}

function minutesAt(local: bigint, clock: number | Clock): number {
  if (typeof clock === 'number') return clock
  const minutes = clock.zone === undefined ? Number.NaN : zoneOffset(clock.zone, Number(local / 1_000_000n))
  return Number.isNaN(minutes) ? clock.zoneMinutes : minutes
}
