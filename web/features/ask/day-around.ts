import type { TimeRange } from './time-range.ts'

const DAY = 86_400_000

/** The day before and the day after a moment, or a first and a last one: what is told of an entity of an event then. */
export function dayAround(first: string, last = first): TimeRange & { kind: 'absolute' } {
  return {
    kind: 'absolute',
    from: Math.floor(Date.parse(first)) - DAY,
    to: Math.ceil(Date.parse(last)) + DAY,
  }
}
