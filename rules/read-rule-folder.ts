import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { applyFilters } from '#core/detect/rule/apply-filters'
import { checkCorrelations } from '#core/detect/rule/check-correlations'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaCorrelation } from '#core/detect/rule/sigma-correlation'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { readLogSources } from '#core/detect/sources/read-log-sources'
import { createFolderReader } from './create-folder-reader.ts'
import { listRuleFiles } from './list-rule-files.ts'

/** The rules and log sources that come with Nightjar. */
export const ownRules = fileURLToPath(new URL('./sigma', import.meta.url))
export const ownLogSources = fileURLToPath(new URL('./log-sources', import.meta.url))

interface RuleFolder {
  /** With the conditions of the folder's filters. */
  rules: SigmaRule[]
  /** Those whose references lead somewhere. */
  correlations: SigmaCorrelation[]
  errors: RuleError[]
  warnings: RuleError[]
}

/**
 * Every rule below a folder, in the order of file names, and all that is wrong or odd, files named relative to it.
 * @throws Error when the folder cannot be read
 */
export async function readRuleFolder(folder: string, placeholders: Placeholders = {}): Promise<RuleFolder> {
  const read = await createFolderReader(folder).read(placeholders)
  const { rules, warnings } = applyFilters(read.rules, read.filters)
  const { correlations, errors } = checkCorrelations(read.correlations, rules)
  return {
    ...{ rules, correlations },
    errors: [...read.errors, ...errors],
    warnings: [...read.warnings, ...warnings],
  }
}

/** What rules' log sources and field names mean in our events: `rules/log-sources`, or another folder of its kind. */
export async function readLogSourceFolder(
  folder: string,
): Promise<{ families: SourceFamily[]; errors: RuleError[] }> {
  const families: SourceFamily[] = []
  const errors: RuleError[] = []
  for (const { path, file } of (await listRuleFiles(folder)).files) {
    const read = readLogSources(await readFile(path, 'utf8'), file)
    families.push(...read.families)
    errors.push(...read.errors)
  }
  return { families, errors }
}
