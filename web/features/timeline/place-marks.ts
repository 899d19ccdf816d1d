import type { Level } from '../../graphql/generated/graphql.ts'
import type { Picture } from './lane.ts'
import { type Frame, xOf } from './lane-paths.ts'

export type Mark = Picture['marks'][number]

export interface PlacedMark {
  mark: Mark
  x: number
  lane: number
}

/**
 * As in ui/severity.tsx, around its middle: told apart without colour. The hole of the ring runs the other way, so
 * that shapes which lie on each other do not cut each other out.
 */
const SHAPES: Record<Level, string> = {
  critical: 'm0-5.5 5.5 5.5-5.5 5.5-5.5-5.5z',
  high: 'm0-5 5.5 10h-11z',
  medium: 'm-4.5-4.5h9v9h-9z',
  low: 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  informational: 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zm1.7 0a3.3 3.3 0 1 1 6.6 0a3.3 3.3 0 1 1-6.6 0z',
}

/** Middle of a mark, from the top of its lane. */
const MIDDLE = 7

/** Those in sight; of one whose beginning is not, where the stretch begins. */
export function placeMarks(marks: readonly Mark[], frame: Frame): PlacedMark[] {
  return marks.flatMap((mark) => {
    const from = Date.parse(mark.from)
    if (mark.lane === null || Date.parse(mark.to) < frame.span.from || from >= frame.span.to) return []
    return [{ mark, lane: mark.lane, x: Math.max(xOf(from, frame), 0) }]
  })
}

/** One path of shapes for each level, and one of hairlines down through the lane. */
export function markPaths(placed: readonly PlacedMark[], pitch: number) {
  const shapes: Partial<Record<Level, string>> = {}
  let hairlines = ''
  for (const { mark, lane, x } of placed) {
    const left = Math.round(x * 10) / 10
    const top = lane * pitch
    shapes[mark.level] = `${shapes[mark.level] ?? ''}M${left} ${top + MIDDLE}${SHAPES[mark.level]}`
    hairlines += `M${left} ${top + MIDDLE + 5}V${top + pitch - 1}`
  }
  return { shapes, hairlines }
}

/** The mark under the pointer: it must lie above the lane's events. */
export function markAt(placed: readonly PlacedMark[], x: number, lane: number): PlacedMark | undefined {
  let best: PlacedMark | undefined
  for (const one of placed)
    if (one.lane === lane && Math.abs(one.x - x) <= 8)
      if (!best || Math.abs(one.x - x) < Math.abs(best.x - x)) best = one
  return best
}
