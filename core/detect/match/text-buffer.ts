import { fold } from '../values/fold.ts'

/** Texts one after another as bytes, for a filter that reads four at once. */
export interface TextBuffer {
  readonly words: Int32Array
  /** Whole words written since {@link clear}. */
  readonly count: number
  clear(): void
  /** Appends a text, a byte for each of its UTF-16 units. */
  write(text: string): void
}

const KEPT_BYTES = 2 ** 20

export const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)

/**
 * The low byte of each unit. Latin-1 is written as it is: there upper and lower case differ in one bit, which the filter
 * ignores. Any other text is folded first, so that it is made of the very units that the needles are made of.
 */
export function createTextBuffer(): TextBuffer {
  let bytes = Buffer.alloc(2 ** 14)
  let used = 0

  function reserve(length: number): void {
    if (length <= bytes.length && (bytes.length <= KEPT_BYTES || length > KEPT_BYTES)) return
    const larger = Buffer.alloc(Math.max(2 ** 14, 2 ** Math.ceil(Math.log2(length))))
    bytes.copy(larger, 0, 0, used)
    bytes = larger
    buffer.words = new Int32Array(larger.buffer, larger.byteOffset, larger.length >> 2)
  }

  const buffer = {
    words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2),
    count: 0,
    clear() {
      used = 0
      buffer.count = 0
    },
    write(text: string) {
      const written = isWide(text) ? fold(text) : text
      reserve(used + written.length)
      used += bytes.write(written, used, 'latin1')
      buffer.count = used >> 2
    },
  }
  return buffer
}
