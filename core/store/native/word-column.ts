import type { Column } from './column.ts'
import { createWordDictionary } from './word-dictionary.ts'

export interface WordColumn extends Column {
  set(row: number, word: string): void
}

export function createWordColumn(name: string, rows: number): WordColumn {
  const dictionary = createWordDictionary()
  const numbers = new Uint32Array(rows)
  return {
    name,
    type: 'LowCardinality(String)',
    set(row, word) {
      numbers[row] = dictionary.numberOf(word)
    },
    write(out) {
      dictionary.writePrefix(out)
      dictionary.writeData(out, numbers)
    },
  }
}
