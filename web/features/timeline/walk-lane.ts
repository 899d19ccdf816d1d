import type { Lane, Thing } from './lane.ts'

/** The next thing of a lane in a direction, seen from a moment; undefined where there is none. */
export function nextThing({ things }: Lane, at: number, direction: 1 | -1): Thing | undefined {
  return direction > 0 ? things.find(({ from }) => from > at) : things.findLast(({ from }) => from < at)
}

/** What lies under a moment, or no further than `reach` milliseconds from it: the nearest. */
export function thingAt({ things }: Lane, at: number, reach: number): Thing | undefined {
  let best: Thing | undefined
  let nearest = reach
  for (const thing of things) {
    const away = at < thing.from ? thing.from - at : Math.max(at - Math.max(thing.to - 1, thing.from), 0)
    if (away > nearest || (away === nearest && best)) continue
    best = thing
    nearest = away
  }
  return best
}

/** From the first to the last thing of all lanes. */
export function extentOf(lanes: readonly Lane[]): { from: number; to: number } | undefined {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const { things } of lanes) {
    from = Math.min(from, things[0]?.from ?? from)
    to = Math.max(to, things.at(-1)?.to ?? to)
  }
  return from <= to ? { from, to } : undefined
}
