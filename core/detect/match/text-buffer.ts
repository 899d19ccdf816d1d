import { fold } from '../values/fold.ts'

/** A text as bytes, for a filter that reads four at once. */
export interface TextBuffer {
  readonly words: Int32Array
  /** Room for a result of the same length. */
  readonly picked: Int32Array
  /**
   * A byte for each UTF-16 unit of the text.
   * @returns whole words written
   */
  write(text: string): number
}

const KEPT_BYTES = 2 ** 20

export const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)

/**
 * The low byte of each unit. Latin-1 is written as it is: there upper and lower case differ in one bit, which the filter
 * ignores. Any other text is folded first, so that it is made of the very units that the needles are made of.
 */
export function createTextBuffer(): TextBuffer {
  let bytes = Buffer.alloc(2 ** 14)

  function reserve(length: number): void {
    if (length <= bytes.length && (bytes.length <= KEPT_BYTES || length > KEPT_BYTES)) return
    bytes = Buffer.alloc(Math.max(2 ** 14, 2 ** Math.ceil(Math.log2(length))))
    buffer.words = wordsOf(bytes)
    buffer.picked = new Int32Array(buffer.words.length)
  }

  const buffer = {
    words: wordsOf(bytes),
    picked: new Int32Array(bytes.length >> 2),
    write(text: string) {
      const written = isWide(text) ? fold(text) : text
      reserve(written.length)
      return bytes.write(written, 'latin1') >> 2
    },
  }
  return buffer
}

function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
}
