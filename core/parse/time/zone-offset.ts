/** Changes of offset fall on quarters of an hour. */
const QUARTER = 900_000
const MAX_QUARTERS = 8_192
const MAX_ZONES = 1_000

interface Zone {
  format: Intl.DateTimeFormat | undefined
  offsets: Map<number, number>
}

const zones = new Map<string, Zone>()

function createFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
    })
  } catch {
    return undefined
  }
}

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  if (zones.size >= MAX_ZONES) zones.clear()
  const zone = { format: createFormat(name), offsets: new Map<number, number>() }
  zones.set(name, zone)
  return zone
}

/**
 * @param zone IANA name such as `Europe/Berlin`
 * @param instant milliseconds since the epoch
 * @returns minutes east of UTC, NaN when there is no such zone
 */
export function zoneOffset(zone: string, instant: number): number {
  const { format, offsets } = zoneOf(zone)
  if (!format) return Number.NaN
  const quarter = Math.floor(instant / QUARTER)
  const known = offsets.get(quarter)
  if (known !== undefined) return known
  if (offsets.size >= MAX_QUARTERS) offsets.clear()
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(quarter * QUARTER)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const offset = (Date.UTC(year, month - 1, day, hour, minute, second) - quarter * QUARTER) / 60_000
  offsets.set(quarter, offset)
  return offset
}
