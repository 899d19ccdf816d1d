/** 2001 to 2128 in seconds: a number is taken for the unit in which it falls into this range. */
const EARLIEST = 1e9
const LATEST = 5e9
const UNITS: readonly (readonly [scale: number, nanosPerUnit: bigint])[] = [
  [1, 1_000_000_000n],
  [1e3, 1_000_000n],
  [1e6, 1_000n],
  [1e9, 1n],
]
/** Tenths of a microsecond from 1601 to 1970, by which Windows' FILETIME is ahead of the epoch. */
const FILETIME_EPOCH = 116_444_736_000_000_000

/** FILETIMEs of these years fall between microseconds and nanoseconds, so that they too are known by magnitude. */
const isFiletime = (value: number): boolean =>
  value >= FILETIME_EPOCH + EARLIEST * 1e7 && value < FILETIME_EPOCH + LATEST * 1e7

/** Seconds (with a fraction), milliseconds, microseconds, nanoseconds or FILETIME, by magnitude. */
export function parseEpochTime(value: number): bigint | undefined {
  for (const [scale, nanos] of UNITS) {
    if (!(value >= EARLIEST * scale && value < LATEST * scale)) continue
    const whole = Math.trunc(value)
    // Doubles hold about a microsecond here: more digits would be noise.
    const rest = BigInt(Math.round((value - whole) * 1e6)) * (nanos / 1_000_000n)
    return BigInt(whole) * nanos + (nanos >= 1_000_000n ? rest : 0n)
  }
  return isFiletime(value) ? (BigInt(Math.trunc(value)) - BigInt(FILETIME_EPOCH)) * 100n : undefined
}

const TEXT = /^(\d{10,19})(?:[.,](\d{1,9}))?$/
const HEX = /^0x[0-9a-f]{8,16}$/i

/** The same from digits, which keep more of them than a number does; also `0x` and hexadecimal digits. */
export function parseEpochText(text: string): bigint | undefined {
  if (text.charCodeAt(1) === 0x78) return HEX.test(text) ? ofWhole(BigInt(text)) : undefined
  const [, digits, fraction] = TEXT.exec(text) ?? []
  if (digits === undefined) return undefined
  const unit = UNITS.find(([scale]) => Number(digits) >= EARLIEST * scale && Number(digits) < LATEST * scale)
  if (!unit || fraction === undefined) return ofWhole(BigInt(digits))
  return BigInt(digits) * unit[1] + (BigInt(fraction.padEnd(9, '0')) * unit[1]) / 1_000_000_000n
}

function ofWhole(value: bigint): bigint | undefined {
  const rough = Number(value)
  if (isFiletime(rough)) return (value - BigInt(FILETIME_EPOCH)) * 100n
  for (const [scale, nanos] of UNITS)
    if (rough >= EARLIEST * scale && rough < LATEST * scale) return value * nanos
  return undefined
}
