import type { ActedDocument } from './apply-actions.ts'
import type { Condition } from './condition.ts'
import { readDetection } from './read-detection.ts'
import { readLogSource } from './read-log-source.ts'
import { readId, readTitle } from './read-metadata.ts'
import { readReferences } from './read-references.ts'
import { readText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { SigmaFilter } from './sigma-filter.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

/** A filter document (specification 2.1, "Sigma Filters"); undefined after a reported error. */
export function readFilter(
  root: YamlMap,
  { index, offset, text }: ActedDocument,
  file: string,
  reading: Reading,
): SigmaFilter | undefined {
  const title = readTitle(root, reading)
  const logSource = readLogSource(root, reading)
  const filter = nodeOf(root, 'filter')
  if (filter?.kind !== 'map') {
    reading.report(filter ?? root, 'filter must be a map', 'write rules, a selection and a condition')
    return undefined
  }
  const rules = readRuleList(filter, reading)
  const written = nodeOf(filter, 'condition')
  if (written?.kind === 'list') {
    reading.report(written, 'a filter has one condition', 'join the conditions with or')
    return undefined
  }
  const condition = readDetection(filter, reading, ['rules'])
  if (!condition) return undefined
  if (written && !negates(condition)) {
    const mend = 'to leave events out, write condition: not NAME'
    reading.warn(written, 'a filter without not keeps only what it selects', mend)
  }
  return {
    id: readId(root, reading) ?? `${file}#${index}`,
    title,
    description: readText(root, 'description', reading),
    logSource,
    rules,
    condition,
    file,
    line: reading.place({ offset }).line,
    text,
  }
}

/** `any` and an empty list stand for every rule of the log source. */
function readRuleList(filter: YamlMap, reading: Reading): SigmaFilter['rules'] {
  const node = nodeOf(filter, 'rules')
  if (!node || (node.kind === 'scalar' && node.value === null)) {
    const mend = 'add rules: with ids or names, or rules: any'
    reading.report(node ?? filter, 'the filter names no rules', mend)
    return []
  }
  const references = readReferences(filter, reading)
  const any = references.length === 0 || (node.kind === 'scalar' && node.value === 'any')
  return any ? 'any' : references
}

/** Whether the condition itself says `not`; what selections hold (`neq`) does not count. */
function negates(condition: Condition): boolean {
  if (condition.kind === 'not') return true
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.some(negates)
}
