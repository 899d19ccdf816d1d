import type { Span } from '../ask/time-range.ts'

const SHORTEST = 1_000
const LONGEST = 3_650 * 86_400_000

function placed(from: number, length: number): Span {
  const start = Math.max(Math.round(from), 0)
  return { from: start, to: start + Math.round(length) }
}

/**
 * A stretch `factor` times as long, in which a moment keeps its place on the screen. Never shorter than a second,
 * nor longer than ten years.
 */
export function zoomSpan({ from, to }: Span, factor: number, at: number): Span {
  const length = to - from
  const next = Math.min(Math.max(length * factor, SHORTEST), LONGEST)
  const held = Math.min(Math.max(at, from), to)
  return placed(held - ((held - from) / length) * next, next)
}

/** The same length, a part of it earlier (-0.5) or later (0.5). */
export function panSpan({ from, to }: Span, by: number): Span {
  const length = to - from
  return placed(from + by * length, length)
}

/** Both ends at least a second apart, with some air on both sides. */
export function fitSpan({ from, to }: Span): Span {
  const air = Math.max((to - from) * 0.02, 500)
  return placed(from - air, Math.max(to - from + 2 * air, SHORTEST))
}
