import { readScalars, scalarText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { RuleReference } from './rule-reference.ts'
import type { YamlMap } from './yaml-node.ts'

/** The rules that a filter or a correlation names; one text counts as a list of one. */
export function readReferences(map: YamlMap, reading: Reading): RuleReference[] {
  return readScalars(map, 'rules', reading).map((scalar) => ({
    to: scalarText(scalar),
    ...reading.place(scalar),
  }))
}
