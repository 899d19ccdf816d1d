import type { Picture } from './picture.ts'

export interface Stretch {
  from: number
  to: number
}

const MINUTE = 60_000

/** What was not there in a stretch of time: edges whose first to last event misses it, and nodes that have no other. */
export function edgesOutside({ nodes, edges }: Picture, stretch: Stretch | undefined): Set<string> {
  const outside = new Set<string>()
  if (!stretch) return outside
  const there = new Set<string>()
  const seen = new Set<string>()
  for (const { key, from, to, firstSeen, lastSeen } of edges) {
    const first = firstSeen === undefined ? Number.NEGATIVE_INFINITY : Date.parse(firstSeen)
    // To the minute: the last event lies within it.
    const last = lastSeen === undefined ? Number.POSITIVE_INFINITY : Date.parse(lastSeen) + MINUTE
    const isThere = first < stretch.to && last > stretch.from
    if (!isThere) outside.add(key)
    for (const end of [from, to]) (isThere ? there : seen).add(end)
  }
  for (const { key } of nodes) if (seen.has(key) && !there.has(key)) outside.add(key)
  return outside
}

/** How many edges were there in each of equal parts of a span. */
export function edgesOverTime({ edges }: Picture, span: Stretch, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0)
  const length = (span.to - span.from) / parts
  for (const { firstSeen, lastSeen } of edges) {
    if (firstSeen === undefined || lastSeen === undefined) continue
    const first = Math.max(0, Math.floor((Date.parse(firstSeen) - span.from) / length))
    const last = Math.min(parts - 1, Math.floor((Date.parse(lastSeen) - span.from) / length))
    for (let part = first; part <= last; part++) counts[part] = (counts[part] ?? 0) + 1
  }
  return counts
}

/** The part of a range in which the edges of a picture lie; undefined where none has a time. */
export function spanOfEdges({ edges }: Picture, range: Stretch): Stretch | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { firstSeen, lastSeen } of edges) {
    if (firstSeen === undefined || lastSeen === undefined) continue
    from = Math.min(from, Date.parse(firstSeen))
    to = Math.max(to, Date.parse(lastSeen) + MINUTE)
  }
  if (from >= to) return undefined
  return {
    from: Math.max(from, Math.floor(range.from / MINUTE) * MINUTE),
    to: Math.min(to, Math.ceil(range.to / MINUTE) * MINUTE),
  }
}
