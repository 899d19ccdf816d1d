/** Nanoseconds since the epoch of a date, or of milliseconds since the epoch. */
export function nanoseconds(time: Date | number): bigint {
  return BigInt(Math.trunc(Number(time))) * 1_000_000n
}
