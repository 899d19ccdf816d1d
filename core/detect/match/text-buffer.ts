import { fold } from '../values/fold.ts'

/** A text as bytes, for a filter that reads four at once. */
export interface TextBuffer {
  readonly bytes: Uint8Array
  readonly words: Int32Array
  /** Room for two results for each word. */
  readonly picked: Int32Array
  /**
   * A byte for each UTF-16 unit of the text; what stands behind them is of no meaning, but there.
   * @returns how many
   */
  write(text: string): number
}

const KEPT_BYTES = 2 ** 20
/** Read past the end of a text. */
const SLACK = 8

export const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)

/**
 * The low byte of each unit. Latin-1 is written as it is: there upper and lower case differ in one bit, which the filter
 * ignores. Any other text is folded first, so that it is made of the very units that the needles are made of.
 */
export function createTextBuffer(): TextBuffer {
  const first = Buffer.alloc(2 ** 14)

  function reserve(length: number): void {
    const { bytes } = buffer
    if (length <= bytes.length && (bytes.length <= KEPT_BYTES || length > KEPT_BYTES)) return
    buffer.bytes = Buffer.alloc(Math.max(2 ** 14, 2 ** Math.ceil(Math.log2(length))))
    buffer.words = wordsOf(buffer.bytes)
    buffer.picked = new Int32Array(buffer.words.length * 2)
  }

  const buffer = {
    bytes: first,
    words: wordsOf(first),
    picked: new Int32Array(first.length >> 1),
    write(text: string) {
      const written = isWide(text) ? fold(text) : text
      reserve(written.length + SLACK)
      return buffer.bytes.write(written, 'latin1')
    },
  }
  return buffer
}

function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
}
