/** Seconds of TAI64 labels start at 2^62; TAI was ten seconds ahead of UTC in 1970 and daemontools counts so. */
const EPOCH = 2n ** 62n + 10n

/** @returns nanoseconds since the epoch for `@400000004c91b044077a9e94` at the start of a text, else undefined */
export function tai64nAtStart(text: string): bigint | undefined {
  if (!/^@4[0-9a-f]{23} /.test(text.slice(0, 26))) return undefined
  const seconds = BigInt(`0x${text.slice(1, 17)}`) - EPOCH
  const nanos = BigInt(`0x${text.slice(17, 25)}`)
  return seconds < 0n || nanos > 999_999_999n ? undefined : seconds * 1_000_000_000n + nanos
}
