import { formatTime, type Zone } from '../../ui/format-time.ts'
import type { Span } from '../ask/time-range.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [
  ...[100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND],
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 182 * DAY, 365 * DAY, 730 * DAY],
]
/** Room that a label takes, with air. */
const ROOM = 96

export interface AxisTick {
  at: number
  label: string
}

/** Round moments of the reader's zone, so far apart that their labels do not touch. */
export function axisTicks({ from, to }: Span, width: number, zone: Zone): AxisTick[] {
  const least = ((to - from) / Math.max(width, 1)) * ROOM
  const step = STEPS.find((one) => one >= least) ?? Math.ceil(least / (365 * DAY)) * 365 * DAY
  // A day begins at midnight there; of a change of clocks within the stretch the first offset counts.
  const shift = zone === 'utc' ? 0 : -new Date(from).getTimezoneOffset() * MINUTE
  const ticks: AxisTick[] = []
  for (let at = Math.ceil((from + shift) / step) * step - shift; at < to; at += step)
    ticks.push({ at, label: labelOf(at, step, zone) })
  return ticks
}

function labelOf(at: number, step: number, zone: Zone): string {
  const text = formatTime(at, zone, 'milli')
  if (step >= DAY) return text.slice(0, 10)
  // Midnight says the day.
  if (text.slice(11) === '00:00:00.000') return text.slice(5, 10)
  if (step >= MINUTE) return text.slice(11, 16)
  return step >= SECOND ? text.slice(11, 19) : text.slice(11, 21)
}
