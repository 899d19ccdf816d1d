import type { Reading } from './reading.ts'
import { nodeOf, type YamlMap, type YamlScalar } from './yaml-node.ts'

/** The text of a key; undefined when it is missing, null, or no text, which is reported. */
export function readText(map: YamlMap, key: string, { report }: Reading): string | undefined {
  const node = nodeOf(map, key)
  if (!node || (node.kind === 'scalar' && node.value === null)) return undefined
  if (node.kind === 'scalar') return scalarText(node)
  report(node, `${key} must be text`, `write ${key}: text`)
  return undefined
}

/** A list of texts; a single text counts as a list of one. */
export function readTexts(map: YamlMap, key: string, reading: Reading): string[] {
  return readScalars(map, key, reading).map(scalarText)
}

/** As {@link readTexts}, with their places. */
export function readScalars(map: YamlMap, key: string, { report }: Reading): YamlScalar[] {
  const node = nodeOf(map, key)
  if (!node || (node.kind === 'scalar' && node.value === null)) return []
  const scalars: YamlScalar[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind === 'scalar') scalars.push(item)
    else report(item, `${key} must be a list of texts`, 'quote entries that hold a colon')
  }
  return scalars
}

/** Numbers and dates stay as written. */
export function scalarText({ value, written }: YamlScalar): string {
  return typeof value === 'string' ? value : written
}
