import { oddValues } from '../event/odd-values.ts'
import { fieldsOf } from '../search/field-aliases.ts'
import type { Bind } from '../search/text-tests.ts'
import { plainValues } from './plain-values.ts'

/**
 * All values of a field in a row, as text: an Array(String), empty where it has none. A name that stands for several
 * fields has the values of the first one that a row has.
 */
export function fieldTexts(name: string, bind: Bind): string {
  return fieldsOf(name)
    .map((field) => `(${textsOfOne(field, bind('String', field))})`)
    .reduceRight((rest, list) => `if(notEmpty(${list}), ${list}, ${rest})`)
}

function textsOfOne(field: string, name: string): string {
  const { key, present, texts } = plainValues(field, name)
  return `if(${present(key)}, ${texts(key)}, ${oddValues(field, name).texts})`
}
