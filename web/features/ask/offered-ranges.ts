import { formatTime, type Zone } from '../../ui/format-time.ts'
import { describeRelative, type TimeRange } from './time-range.ts'

export const OFFERED_RANGES: readonly TimeRange[] = [
  { kind: 'relative', amount: 15, unit: 'm' },
  { kind: 'relative', amount: 1, unit: 'h' },
  { kind: 'relative', amount: 4, unit: 'h' },
  { kind: 'relative', amount: 24, unit: 'h' },
  { kind: 'relative', amount: 7, unit: 'd' },
  { kind: 'relative', amount: 30, unit: 'd' },
  { kind: 'relative', amount: 365, unit: 'd' },
  { kind: 'all' },
]

export function describeRange(range: TimeRange, zone: Zone): string {
  if (range.kind === 'all') return 'Any time'
  if (range.kind === 'relative') return describeRelative(range)
  const precision = (range.to - range.from) % 60_000 === 0 && range.from % 60_000 === 0 ? 'minute' : 'second'
  const from = formatTime(range.from, zone, precision)
  const to = formatTime(range.to, zone, precision)
  // The day is said once where both ends share it.
  return `${from} – ${to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to}`
}
