interface Range {
  from: string
  to: string
}

/** The part of a range that holds all its events, where they crowd in less than half of it. Bounds are ISO instants. */
export function fitRange(
  buckets: readonly (Range & { count: number | string })[],
  range: Range,
): Range | undefined {
  const first = buckets.findIndex(({ count }) => Number(count) > 0)
  const last = buckets.findLastIndex(({ count }) => Number(count) > 0)
  const from = buckets[first]?.from
  const to = buckets[last]?.to
  if (!from || !to || last - first + 1 >= buckets.length / 2) return undefined
  // The outer buckets may reach beyond the range.
  return {
    from: Date.parse(from) > Date.parse(range.from) ? from : range.from,
    to: Date.parse(to) < Date.parse(range.to) ? to : range.to,
  }
}
