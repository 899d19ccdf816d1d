import {
  LONGEST_RANGE_DAYS,
  RANGE_UNITS,
  type RangeUnit,
  type TimeRange,
} from '#core/search/parse-time-range'

export type { TimeRange }

/** Milliseconds, half-open. */
export interface Span {
  from: number
  to: number
}

export function formatTimeRange(range: TimeRange): string {
  if (range.kind === 'all') return 'all'
  if (range.kind === 'relative') return `${range.amount}${range.unit}`
  return `${new Date(range.from).toISOString()}~${new Date(range.to).toISOString()}`
}

/** @param now milliseconds; a relative range ends a second after it, so that what arrives now is inside */
export function resolveTimeRange(range: TimeRange, now: number): Span {
  if (range.kind === 'absolute') return { from: range.from, to: range.to }
  const length =
    range.kind === 'all' ? LONGEST_RANGE_DAYS * RANGE_UNITS.d : range.amount * RANGE_UNITS[range.unit]
  return { from: now - length, to: now + 1_000 }
}

const WORDS: Record<RangeUnit, string> = { m: 'minute', h: 'hour', d: 'day' }

export function describeRelative({ amount, unit }: { amount: number; unit: RangeUnit }): string {
  return amount === 1 ? `Last ${WORDS[unit]}` : `Last ${amount} ${WORDS[unit]}s`
}
