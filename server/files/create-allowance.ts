/** What one dropped file may become: a small archive can hold terabytes. */
export interface Allowance {
  /** Counts bytes as they were sent. */
  sent(bytes: number): void
  /** Counts bytes that came out of an archive. @throws TooMuchError */
  unpacked(bytes: number): void
  /** Counts files in archives. @throws TooMuchError */
  member(): void
  /** Counts records. @throws TooMuchError */
  records(count: number): void
}

export interface Bounds {
  unpackedBytes: number
  members: number
  records: number
}

export const BOUNDS: Bounds = {
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  members: 10_000,
  records: 10_000_000,
}
/** Logs shrink to a thirtieth, very even ones to a hundredth. */
const MOST_RATIO = 250
/** Below this the ratio says nothing. */
const FREE_BYTES = 64 * 1024 * 1024

/** Reading ends here; what was read before counts. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError'
}

export function createAllowance(bounds: Bounds = BOUNDS): Allowance {
  let sent = 0
  let unpacked = 0
  let members = 0
  let records = 0
  return {
    sent(bytes) {
      sent += bytes
    },
    unpacked(bytes) {
      unpacked += bytes
      if (unpacked > bounds.unpackedBytes)
        throw new TooMuchError(`more than ${bounds.unpackedBytes} bytes come out of it: the rest is left out`)
      if (unpacked > FREE_BYTES && unpacked > MOST_RATIO * sent)
        throw new TooMuchError(
          `it becomes more than ${MOST_RATIO} times as large, as no logs do: the rest is left out`,
        )
    },
    member() {
      if (++members > bounds.members)
        throw new TooMuchError(`it holds more than ${bounds.members} files: the rest is left out`)
    },
    records(count) {
      records += count
      if (records > bounds.records)
        throw new TooMuchError(`it holds more than ${bounds.records} records: the rest is left out`)
    },
  }
}
