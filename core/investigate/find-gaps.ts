/** First stretch without events, and the first one with events behind it. */
interface Gap {
  from: number
  to: number
}

/** A source of fewer stretches with events sends now and then: its silence says nothing. */
const SENDS = 8
/** Silence this much longer than what is usual for the source. */
const LONGER = 3
const SHORTEST = 3

/**
 * Where a source that otherwise sends was silent. What is usual is the ninth of ten distances between its stretches
 * with events: what comes once an hour may be away for three. Silence before its first event is none: it may be new.
 * @param busy numbers of the stretches of time with events, ascending
 * @param end number behind the last stretch that is over
 */
export function findGaps(busy: readonly number[], end: number): Gap[] {
  if (busy.length < SENDS) return []
  const distances = busy.slice(1).map((stretch, place) => stretch - (busy[place] ?? stretch))
  const usual = distances.toSorted((a, b) => a - b)[Math.floor((distances.length - 1) * 0.9)] ?? 1
  const longest = Math.max(SHORTEST, LONGER * usual)
  return [...busy.slice(1), end].flatMap((to, place) => {
    const from = (busy[place] ?? 0) + 1
    return to - from >= longest ? [{ from, to }] : []
  })
}
