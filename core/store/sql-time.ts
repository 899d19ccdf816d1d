// What DateTime64(9) holds and prints: 1900-01-01 to 2262-04-11.
const FIRST = -2_208_988_800_000_000_000n
const LAST = 9_223_372_036_000_000_000n

/** Nanoseconds since the epoch, pulled to the nearest that a column can hold: a forged time fails no insert. */
export function sqlTime(time: bigint): bigint {
  if (time < FIRST) return FIRST
  return time > LAST ? LAST : time
}

/** Where a range ends, half-open: just behind what a column can hold where it ends later, so that times pulled there are in it. */
export function sqlEnd(time: bigint): bigint {
  return time > LAST ? LAST + 1n : sqlTime(time)
}
