import type { Level } from '../../graphql/generated/graphql.ts'
import { levelOf } from '../../ui/level.ts'
import type { Span } from '../ask/time-range.ts'
import type { Lane } from './lane.ts'

export interface Frame {
  span: Span
  width: number
  /** From the top of a lane to that of the next. */
  pitch: number
}

/** One path for each level, whatever the number of lanes and events: the page's size does not grow with them. */
export interface LanePaths {
  levels: Partial<Record<Level, string>>
  /** Feet under bars that hold suspected events. */
  suspected: string
}

export const LANE = 22
const BAR = 18
const FOOT = 3
const LEAST = 2
/** From so many pixels an event on, dots can be told apart. */
const DOT_ROOM = 14
const RADIUS = 4

/** Where a moment lies, in pixels. */
export const xOf = (at: number, { span, width }: Frame): number =>
  ((at - span.from) / (span.to - span.from)) * width

const round = (value: number): number => Math.round(value * 10) / 10

/** Whether single events lie so far apart that each is a dot, else a tick. */
export function isRoomy(lanes: readonly Lane[], { span, width }: Frame): boolean {
  const most = Math.max(
    0,
    ...lanes.map(({ things }) => things.filter(({ from }) => from >= span.from && from < span.to).length),
  )
  return most * DOT_ROOM <= width
}

/** Buckets as bars, height by the logarithm of their count; single events as ticks or dots. */
export function lanePaths(lanes: readonly Lane[], frame: Frame): LanePaths {
  const most = Math.max(1, ...lanes.flatMap(({ things }) => things.map(({ count }) => count)))
  const dots = isRoomy(lanes, frame)
  const parts = new Map<Level, string[]>()
  const feet: string[] = []
  lanes.forEach(({ things }, place) => {
    const base = (place + 1) * frame.pitch - 1
    for (const { from, to, count, severity, suspected, event } of things) {
      if (to < frame.span.from || from >= frame.span.to) continue
      const level = levelOf(severity)
      const list = parts.get(level) ?? []
      parts.set(level, list)
      const left = xOf(from, frame)
      if (event) {
        list.push(dots ? dot(left, base - LANE / 2) : rect(left - 1, base - BAR + 3, 2, BAR - 5))
        continue
      }
      // A pixel apart; what is there is seen, however short beside the whole.
      const width = Math.max(xOf(to, frame) - left - 1, 1)
      const height = Math.max((Math.log1p(count) / Math.log1p(most)) * BAR, LEAST)
      list.push(rect(left, base - height, width, height))
      if (suspected > 0) feet.push(rect(left, base - FOOT, width, FOOT))
    }
  })
  const levels = Object.fromEntries([...parts].map(([level, list]) => [level, list.join('')]))
  return { levels, suspected: feet.join('') }
}

function rect(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
}

function dot(x: number, y: number): string {
  return `M${round(x - RADIUS)} ${round(y)}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0z`
}
