/**
 * ISO 8601 in UTC with as many digits as the time has: milliseconds, or up to nanoseconds.
 * @param time nanoseconds since the epoch
 */
export function printTime(time: bigint): string {
  const nanos = ((time % 1_000_000n) + 1_000_000n) % 1_000_000n
  const whole = new Date(Number((time - nanos) / 1_000_000n)).toISOString()
  if (nanos === 0n) return whole
  return `${whole.slice(0, -1)}${String(nanos).padStart(6, '0').replace(/0+$/, '')}Z`
}
