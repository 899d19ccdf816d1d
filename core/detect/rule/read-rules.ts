import { type ActedDocument, applyActions } from './apply-actions.ts'
import type { Placeholders } from './expand-placeholders.ts'
import { readCorrelation } from './read-correlation.ts'
import { readFilter } from './read-filter.ts'
import { readRule } from './read-rule.ts'
import { readYaml } from './read-yaml.ts'
import type { Reading } from './reading.ts'
import type { RuleError } from './rule-error.ts'
import type { SigmaCorrelation } from './sigma-correlation.ts'
import type { SigmaFilter } from './sigma-filter.ts'
import type { SigmaRule } from './sigma-rule.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

export interface RuleFile {
  /** Without the conditions of filters: see `applyFilters`. */
  rules: SigmaRule[]
  filters: SigmaFilter[]
  /** References not looked up: see `checkCorrelations`. */
  correlations: SigmaCorrelation[]
  /** In the order of the file. */
  errors: RuleError[]
  /** What is read but may not mean what its author thinks. */
  warnings: RuleError[]
}

/** Values that the modifiers of a document may make. */
const MAX_MADE = 200_000

/**
 * All rules, filters and correlations of a YAML file, and all that is wrong with it. A document with an error gives
 * nothing; the others of the file do.
 * @param file name for errors and for the ids of documents without one: `file#n`
 */
export function readRules(text: string, file: string, placeholders: Placeholders = {}): RuleFile {
  const yaml = readYaml(text, file)
  const read: RuleFile = {
    rules: [],
    filters: [],
    correlations: [],
    errors: yaml.errors,
    warnings: yaml.warnings,
  }
  if (yaml.documents.length === 0 && yaml.errors.length === 0)
    yaml.report({ offset: 0 }, 'the file holds no rule', 'write a rule, or remove the file')
  const ids = new Set<string>()
  for (const document of applyActions(yaml.documents, yaml.report)) {
    let failed = false
    const report: Reading['report'] = (...note) => {
      failed = true
      yaml.report(...note)
    }
    const keep = readDocument(document, file, read, {
      ...yaml,
      report,
      placeholders,
      allowance: { values: MAX_MADE },
    })
    if (keep && !failed) keep(ids)
  }
  read.errors.sort(byPlace)
  read.warnings.sort(byPlace)
  return read
}

/** @returns how the document is kept, if nothing was wrong with it */
function readDocument(
  document: ActedDocument,
  file: string,
  read: RuleFile,
  reading: Reading,
): ((ids: Set<string>) => void) | undefined {
  const { root } = document
  if (root.kind !== 'map') {
    reading.report(root, 'a rule must be a map', 'start with title: ...')
    return undefined
  }
  if (isMixed(root, reading)) return undefined
  if (nodeOf(root, 'correlation')) {
    const correlation = readCorrelation(root, document, file, reading)
    return correlation && (() => read.correlations.push(correlation))
  }
  if (nodeOf(root, 'filter')) {
    const filter = readFilter(root, document, file, reading)
    return filter && (() => read.filters.push(filter))
  }
  const rule = readRule(root, document, file, reading)
  return (
    rule &&
    ((ids) => {
      // Rules of one template or repetition share its id, and a detection must say whose it is.
      const id = document.inherits && ids.has(rule.id) ? `${rule.id}#${document.index}` : rule.id
      ids.add(id)
      read.rules.push({ ...rule, id })
    })
  )
}

function isMixed(root: YamlMap, { report }: Reading): boolean {
  const [first, second] = root.entries.filter(({ key }) =>
    ['detection', 'correlation', 'filter'].includes(key),
  )
  if (!first || !second) return false
  report(second.keyAt, `${second.key} beside ${first.key}`, 'write them as two documents, with --- between')
  return true
}

function byPlace(a: RuleError, b: RuleError): number {
  return a.line - b.line || a.column - b.column
}
