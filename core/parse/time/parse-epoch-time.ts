/** 2001 to 2128 in seconds: a number is taken for the unit in which it falls into this range. */
const EARLIEST = 1e9
const LATEST = 5e9
const UNITS: readonly (readonly [scale: number, nanosPerUnit: bigint])[] = [
  [1, 1_000_000_000n],
  [1e3, 1_000_000n],
  [1e6, 1_000n],
  [1e9, 1n],
]

/** Seconds (with a fraction), milliseconds, microseconds or nanoseconds since the epoch, by magnitude. */
export function parseEpochTime(value: number): bigint | undefined {
  for (const [scale, nanos] of UNITS) {
    if (!(value >= EARLIEST * scale && value < LATEST * scale)) continue
    const whole = Math.trunc(value)
    // Doubles hold about a microsecond here: more digits would be noise.
    const rest = BigInt(Math.round((value - whole) * 1e6)) * (nanos / 1_000_000n)
    return BigInt(whole) * nanos + (nanos >= 1_000_000n ? rest : 0n)
  }
  return undefined
}
