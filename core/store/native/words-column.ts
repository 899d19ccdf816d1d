import { bytesOf, type Column } from './column.ts'
import { createWordDictionary } from './word-dictionary.ts'

export interface WordsColumn extends Column {
  /** Rows come in ascending order, each at most once. */
  set(row: number, words: readonly string[]): void
}

export function createWordsColumn(name: string, rows: number): WordsColumn {
  const dictionary = createWordDictionary()
  const sizes = new Uint32Array(rows)
  const numbers: number[] = []
  return {
    name,
    type: 'Array(LowCardinality(String))',
    set(row, words) {
      sizes[row] = words.length
      for (const word of words) numbers.push(dictionary.numberOf(word))
    },
    write(out) {
      dictionary.writePrefix(out)
      out.bytes(bytesOf(offsetsOf(sizes)))
      dictionary.writeData(out, Uint32Array.from(numbers))
    },
  }
}

/** Where each row's elements end. */
export function offsetsOf(sizes: Uint32Array): BigUint64Array {
  const offsets = new Uint32Array(sizes.length * 2)
  let end = 0
  for (let row = 0; row < sizes.length; row++) {
    end += sizes[row] ?? 0
    offsets[row * 2] = end
  }
  return new BigUint64Array(offsets.buffer)
}
