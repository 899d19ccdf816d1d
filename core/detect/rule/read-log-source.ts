import { readText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { LogSource } from './sigma-rule.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

/** The `logsource` of a rule or filter; keys of one's own are allowed and not judged. */
export function readLogSource(root: YamlMap, reading: Reading): LogSource {
  const node = nodeOf(root, 'logsource')
  const logSource: LogSource = {}
  if (node?.kind !== 'map') {
    const mend = 'add logsource: with product, category or service'
    reading.report(node ?? root, 'the rule has no log source', mend)
    return logSource
  }
  for (const key of ['product', 'category', 'service'] as const) {
    const value = readText(node, key, reading)
    if (value !== undefined) logSource[key] = value.toLowerCase()
  }
  if (Object.keys(logSource).length === 0)
    reading.report(node, 'the log source is empty', 'name at least one of product, category and service')
  return logSource
}
