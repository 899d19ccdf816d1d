import { digitsAt } from '../text/digits.ts'

/** @returns minutes east of UTC for a whole `Z`, `+0200`, `+02:00` or `-07`, else undefined */
export function parseZone(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z' || zone === 'UTC' || zone === 'GMT') return 0
  const sign = zone.charCodeAt(0) === 0x2b ? 1 : zone.charCodeAt(0) === 0x2d ? -1 : 0
  if (sign === 0 || zone.length < 3) return undefined
  const hours = digitsAt(zone, 1, 2)
  const colon = zone.charCodeAt(3) === 0x3a ? 1 : 0
  const minutes = zone.length === 3 ? 0 : digitsAt(zone, 3 + colon, 2)
  const whole = zone.length === 3 || zone.length === 5 + colon
  if (!whole || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  return sign * (hours * 60 + minutes)
}
