import { timeText } from '../event/time-text.ts'
import { storageOf } from '../search/search-fields.ts'

/** Where a field has its place in a row. The rest of its values, which that place cannot hold, lie in `odd`. */
export interface PlainValues {
  /** What rows are grouped by: a column as it is, where there is one, for that is several times faster than its text. */
  key: string
  /** Whether a key stands for a value at all. */
  present(key: string): string
  /** Its values as text: an Array(String). */
  texts(key: string): string
}

/** @param name place of the bound name of the field, for fields without a column */
export function plainValues(field: string, name: string): PlainValues {
  const storage = storageOf(field)
  switch (storage.kind) {
    case 'map':
      return {
        key: `if(mapContains(fields, ${name}), [fields[${name}]], [])`,
        present: (key) => `notEmpty(${key})`,
        texts: (key) => key,
      }
    case 'own':
      return { key: storage.sql, present: () => '1', texts: (key) => `[toString(${key})]` }
    case 'time':
      return { key: storage.column, present: () => '1', texts: (key) => `[${timeText(key)}]` }
    case 'words':
      return {
        key: storage.column,
        present: (key) => `notEmpty(${key})`,
        texts: (key) => `arrayMap(word -> toString(word), ${key})`,
      }
    case 'ip':
      return {
        key: storage.column,
        present: (key) => `${key} != toIPv6('::')`,
        texts: (key) => `[replaceRegexpOne(toString(${key}), '^::ffff:([0-9.]+)$', '\\\\1')]`,
      }
    case 'number':
      return {
        key: storage.column,
        present: (key) => `isNotNull(${key})`,
        texts: (key) => `[toString(assumeNotNull(${key}))]`,
      }
    default:
      return { key: storage.column, present: (key) => `${key} != ''`, texts: (key) => `[toString(${key})]` }
  }
}
