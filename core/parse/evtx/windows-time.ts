const MS_TO_1970 = 11_644_473_600_000
const TICKS_TO_1970 = 116_444_736_000_000_000n

/** @param ticks tenths of microseconds since 1601 @returns nanoseconds since the epoch */
export function fromFiletime(ticks: bigint): bigint {
  return (ticks - TICKS_TO_1970) * 100n
}

/** All seven digits that Windows keeps: `2026-03-10T12:00:00.1234567Z`. */
export function formatFiletime(ticks: bigint): string {
  const iso = new Date(Number(ticks / 10_000n) - MS_TO_1970).toISOString()
  return `${iso.slice(0, -1)}${String(ticks % 10_000n).padStart(4, '0')}Z`
}

/** SYSTEMTIME: year, month, day of week, day, hour, minute, second, millisecond, 16 bits each, as they stand. */
export function formatSystemTime(buffer: Buffer, at: number): string {
  const part = (index: number, width: number): string =>
    String(buffer.readUInt16LE(at + 2 * index)).padStart(width, '0')
  const date = `${part(0, 4)}-${part(1, 2)}-${part(3, 2)}`
  return `${date}T${part(4, 2)}:${part(5, 2)}:${part(6, 2)}.${part(7, 3)}Z`
}
