import { fieldsOf } from '../search/field-aliases.ts'
import { storageOf } from '../search/search-fields.ts'
import type { Bind } from '../search/text-tests.ts'

/**
 * All values of a field in a row, as text: an Array(String), empty where it has none. A name that stands for several
 * fields has the values of the first one that a row has.
 */
export function fieldTexts(name: string, bind: Bind): string {
  return fieldsOf(name)
    .map((field) => `(${textsOfOne(field, bind('String', field))})`)
    .reduceRight((rest, list) => `if(notEmpty(${list}), ${list}, ${rest})`)
}

/** @param name place of the bound name of the field, for fields without a column */
function textsOfOne(field: string, name: string): string {
  const odd = `odd[${name}]`
  const storage = storageOf(field)
  switch (storage.kind) {
    case 'map':
      return `if(mapContains(fields, ${name}), [fields[${name}]], ${odd})`
    case 'own':
      return `[${storage.sql}]`
    case 'time':
      return `[toString(${storage.column})]`
    case 'words':
      return `if(notEmpty(${storage.column}), arrayMap(word -> toString(word), ${storage.column}), ${odd})`
    case 'ip':
      return `if(${storage.column} != toIPv6('::'), [replaceRegexpOne(toString(${storage.column}), '^::ffff:([0-9.]+)$', '\\\\1')], ${odd})`
    case 'number':
      return `if(isNotNull(${storage.column}), [toString(assumeNotNull(${storage.column}))], ${odd})`
    default:
      return `if(${storage.column} != '', [toString(${storage.column})], ${odd})`
  }
}
