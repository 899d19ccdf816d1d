/** Grows as needed; all numbers little endian, as ClickHouse's Native format has them. */
export interface ByteWriter {
  varUint(value: number): void
  u64(value: number): void
  /** Length, then UTF-8; lone surrogates become U+FFFD. */
  text(value: string): void
  /** Bytes of a typed array or buffer, copied. */
  bytes(value: Uint8Array): void
  /** All that was written, in pieces. */
  finish(): Buffer[]
}

// A UTF-16 unit makes at most 3 bytes of UTF-8; below this the length always fits one byte.
const SHORT = 42
const PIECE = 1 << 20

export function createByteWriter(): ByteWriter {
  const full: Buffer[] = []
  let buffer = Buffer.allocUnsafe(PIECE)
  let at = 0

  /** A new piece instead of a larger one: nothing is copied twice. */
  function reserve(size: number): void {
    if (at + size <= buffer.length) return
    full.push(buffer.subarray(0, at))
    buffer = Buffer.allocUnsafe(Math.max(PIECE, size))
    at = 0
  }

  function varUint(value: number): void {
    reserve(10)
    let rest = value
    while (rest >= 0x80) {
      buffer[at++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    buffer[at++] = rest
  }

  return {
    varUint,
    u64(value) {
      reserve(8)
      buffer.writeUInt32LE(value % 0x1_0000_0000, at)
      buffer.writeUInt32LE(Math.floor(value / 0x1_0000_0000), at + 4)
      at += 8
    },
    text(value) {
      if (value.length < SHORT) {
        reserve(1 + value.length * 3)
        const size = writeAscii(buffer, at + 1, value) ?? buffer.write(value, at + 1)
        buffer[at] = size
        at += 1 + size
        return
      }
      const size = Buffer.byteLength(value)
      varUint(size)
      reserve(size)
      // As many bytes as units: ASCII, which is copied rather than encoded.
      at += size === value.length ? buffer.write(value, at, 'latin1') : buffer.write(value, at)
    },
    bytes(value) {
      reserve(value.length)
      buffer.set(value, at)
      at += value.length
    },
    finish: () => [...full, buffer.subarray(0, at)],
  }
}

/** Short texts are quicker by hand than by a call out of JavaScript. @returns undefined when the text is not ASCII */
function writeAscii(buffer: Buffer, at: number, text: string): number | undefined {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) return undefined
    buffer[at + i] = unit
  }
  return text.length
}
