import { bytesOf, type Column } from './column.ts'
import { createWordDictionary, type WordDictionary } from './word-dictionary.ts'
import { offsetsOf } from './words-column.ts'

export interface MapColumn<Value> extends Column {
  /** The number of a key, for as long as the column is filled. */
  keyOf(name: string): number
  /** Rows come in ascending order, each as often as it has entries. */
  add(row: number, key: number, value: Value): void
}

/** `Map(LowCardinality(String), String)` */
export function createTextMapColumn(name: string, rows: number): MapColumn<string> {
  const keys = createKeys(rows)
  const values: string[] = []
  return {
    name,
    type: 'Map(LowCardinality(String), String)',
    keyOf: keys.keyOf,
    add(row, key, value) {
      keys.add(row, key)
      values.push(value)
    },
    write(out) {
      keys.write(out)
      for (const value of values) out.text(value)
    },
  }
}

/** `Map(LowCardinality(String), Array(String))` */
export function createListMapColumn(name: string, rows: number): MapColumn<readonly string[]> {
  const keys = createKeys(rows)
  const sizes: number[] = []
  const values: string[] = []
  return {
    name,
    type: 'Map(LowCardinality(String), Array(String))',
    keyOf: keys.keyOf,
    add(row, key, list) {
      keys.add(row, key)
      sizes.push(list.length)
      for (const value of list) values.push(value)
    },
    write(out) {
      keys.write(out)
      out.bytes(bytesOf(offsetsOf(Uint32Array.from(sizes))))
      for (const value of values) out.text(value)
    },
  }
}

interface Keys {
  keyOf(name: string): number
  add(row: number, key: number): void
  write: Column['write']
}

function createKeys(rows: number): Keys {
  const dictionary: WordDictionary = createWordDictionary()
  const sizes = new Uint32Array(rows)
  const numbers: number[] = []
  return {
    keyOf: (name) => dictionary.numberOf(name),
    add(row, key) {
      sizes[row] = (sizes[row] ?? 0) + 1
      numbers.push(key)
    },
    write(out) {
      dictionary.writePrefix(out)
      out.bytes(bytesOf(offsetsOf(sizes)))
      dictionary.writeData(out, Uint32Array.from(numbers))
    },
  }
}
