import type { Segment } from './widen.ts'

export interface Stretch {
  start: number
  end: number
}

const WORD = /[\p{L}\p{N}]/u
/** Between two parts of a value the line may have its separators encoded, not another field. */
const MOST_BETWEEN = 12

/** Segments of one value as stretches of the line, and whether every word of the value is in them. */
export function joinSegments(
  segments: readonly Segment[],
  value: string,
): { stretches: Stretch[]; isWhole: boolean } {
  const sorted = [...segments].sort((a, b) => a.from - b.from || a.start - b.start)
  const stretches: Stretch[] = []
  let isWhole = true
  let covered = 0
  let last: Segment | undefined
  for (const segment of sorted) {
    if (segment.from > covered && WORD.test(value.slice(covered, segment.from))) isWhole = false
    covered = Math.max(covered, segment.to)
    const stretch = stretches.at(-1)
    if (last && stretch && isNext(last, segment, value)) stretch.end = Math.max(stretch.end, segment.end)
    else stretches.push({ start: segment.start, end: segment.end })
    last = segment
  }
  if (WORD.test(value.slice(covered))) isWhole = false
  return { stretches, isWhole }
}

function isNext(last: Segment, next: Segment, value: string): boolean {
  if (next.start < last.start) return false
  const between = next.from - last.to
  if (next.start <= last.end) return between <= 0
  return (
    between >= 0 &&
    next.start - last.end <= MOST_BETWEEN * (between + 1) &&
    !WORD.test(value.slice(last.to, next.from))
  )
}
