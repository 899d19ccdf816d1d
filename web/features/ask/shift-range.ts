import { resolveTimeRange, type Span, type TimeRange } from './time-range.ts'

function centred({ from, to }: Span, by: number, stretch: number): TimeRange {
  const length = to - from
  const middle = from + length / 2 + by * length
  const half = (length * stretch) / 2
  return { kind: 'absolute', from: Math.round(middle - half), to: Math.round(middle + half) }
}

/** The same stretch, half of it earlier (-0.5) or later (0.5). */
export function shiftRange(range: TimeRange, by: number, now: number): TimeRange {
  return range.kind === 'all' ? range : centred(resolveTimeRange(range, now), by, 1)
}

/** Twice the stretch around the same middle. */
export function widenRange(range: TimeRange, now: number): TimeRange {
  return range.kind === 'all' ? range : centred(resolveTimeRange(range, now), 0, 2)
}
