import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { applyFilters } from '#core/detect/rule/apply-filters'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import { readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaCorrelation } from '#core/detect/rule/sigma-correlation'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { readRuleFolder } from '../../rules/read-rule-folder.ts'

/** What a path holds; files are named relative to `folder`. */
export interface LoadedRules {
  folder: string
  rules: SigmaRule[]
  correlations: readonly SigmaCorrelation[]
  errors: RuleError[]
  warnings: RuleError[]
}

/**
 * The rules of files and folders. An id that an earlier path has already is an error of the later one.
 * @throws Error when a path is not there
 */
export async function loadRules(
  paths: readonly string[],
  placeholders: Placeholders,
): Promise<LoadedRules[]> {
  const known = new Map<string, SigmaRule>()
  const all: LoadedRules[] = []
  for (const path of paths) {
    const loaded = await loadPath(path, placeholders)
    const fresh: SigmaRule[] = []
    for (const rule of loaded.rules) {
      const first = known.get(rule.id)
      if (!first) fresh.push(rule)
      else {
        const { file, line, id } = rule
        const message = `the id ${id} is that of ${first.file}:${first.line} already`
        loaded.errors.push({ file, line, column: 1, message, mend: 'give every rule an id of its own' })
      }
    }
    for (const rule of fresh) known.set(rule.id, rule)
    all.push({ ...loaded, rules: fresh })
  }
  return all
}

async function loadPath(path: string, placeholders: Placeholders): Promise<LoadedRules> {
  if ((await stat(path)).isDirectory()) {
    return { folder: path, ...(await readRuleFolder(path, placeholders)) }
  }
  const read = readRules(await readFile(path, 'utf8'), basename(path), placeholders)
  const filtered = applyFilters(read.rules, read.filters)
  // A file of filters alone is for rules of other files.
  const warnings = read.rules.length === 0 ? read.warnings : [...read.warnings, ...filtered.warnings]
  const { errors, correlations } = read
  return { folder: dirname(path), rules: filtered.rules, correlations, errors, warnings }
}
