const QUARTER = 900
const NANOS = 1_000_000_000n
/** A message is on its way for less than this. */
const NEAR = 90

/**
 * The zone of a device whose message carries a local time inside an envelope that gives the instant: what is between
 * them, where that is a zone's whole number of quarters of an hour.
 * @param local the time of the message as read with `zoneMinutes`
 */
export function inferZone(local: bigint, sent: bigint | undefined, zoneMinutes: number): number {
  if (sent === undefined) return zoneMinutes
  const apart = Number((local - sent) / NANOS)
  const quarters = Math.round(apart / QUARTER)
  if (Math.abs(apart - quarters * QUARTER) > NEAR) return zoneMinutes
  const zone = zoneMinutes + quarters * 15
  return Math.abs(zone) <= 14 * 60 ? zone : zoneMinutes
}
