import { digitsAt } from '../text/digits.ts'
import { NAMED_ZONES } from './named-zones.ts'

/** @returns minutes east of UTC for a whole `+0200`, `+02:00` or `-07`, else undefined */
function parseOffset(zone: string): number | undefined {
  const sign = zone.charCodeAt(0) === 0x2b ? 1 : zone.charCodeAt(0) === 0x2d ? -1 : 0
  if (sign === 0 || zone.length < 3) return undefined
  const hours = digitsAt(zone, 1, 2)
  const colon = zone.charCodeAt(3) === 0x3a ? 1 : 0
  const minutes = zone.length === 3 ? 0 : digitsAt(zone, 3 + colon, 2)
  const whole = zone.length === 3 || zone.length === 5 + colon
  if (!whole || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  return sign * (hours * 60 + minutes)
}

/**
 * @returns minutes east of UTC for a whole `Z`, `+0200`, `+02:00`, `-07`, `CET`, `GMT+02:00`, else undefined;
 * so are abbreviations that mean more than one zone (`IST`, `CST`)
 */
export function parseZone(zone: string): number | undefined {
  const first = zone.charCodeAt(0)
  if (first === 0x2b || first === 0x2d) return parseOffset(zone)
  if (zone.length > 9) return undefined
  const prefix = zone.length > 3 ? zone.slice(0, 3) : ''
  if ((prefix === 'GMT' || prefix === 'UTC') && zone.length >= 6) return parseOffset(zone.slice(3))
  return NAMED_ZONES.get(zone) ?? NAMED_ZONES.get(zone.toUpperCase())
}
