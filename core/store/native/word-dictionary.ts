import { bytesOf } from './column.ts'
import type { ByteWriter } from './create-byte-writer.ts'

const VERSION = 1
const HAS_OWN_KEYS = 0x200
const NEEDS_UPDATE = 0x400

/** Dictionary of one LowCardinality(String) column; number 0 is the default, the empty word. */
export interface WordDictionary {
  numberOf(word: string): number
  /** What stands before all data of the column, nested or not. */
  writePrefix(out: ByteWriter): void
  /** Dictionary and numbers; nothing at all for no rows. */
  writeData(out: ByteWriter, numbers: Uint32Array): void
}

export function createWordDictionary(): WordDictionary {
  const words = new Map<string, number>([['', 0]])
  return {
    numberOf(word) {
      const known = words.get(word)
      if (known !== undefined) return known
      const number = words.size
      words.set(word, number)
      return number
    },
    writePrefix: (out) => out.u64(VERSION),
    writeData(out, numbers) {
      if (numbers.length === 0) return
      const width = words.size <= 0x100 ? 0 : words.size <= 0x1_0000 ? 1 : 2
      out.u64(width | HAS_OWN_KEYS | NEEDS_UPDATE)
      out.u64(words.size)
      for (const word of words.keys()) out.text(word)
      out.u64(numbers.length)
      const narrow =
        width === 0 ? Uint8Array.from(numbers) : width === 1 ? Uint16Array.from(numbers) : numbers
      out.bytes(bytesOf(narrow))
    },
  }
}
