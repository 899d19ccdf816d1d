import { join } from 'node:path'
import { createCategorise } from '#core/categorise/categorise'
import { createMatcher } from '#core/detect/match/create-matcher'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder, readRuleFolder } from '../../rules/read-rule-folder.ts'

/** SigmaHQ's rules, where they lie beside the checkout. */
export const CORPUS = '../shared/sigma/corpus'
const FOLDERS = ['rules', 'rules-emerging-threats', 'rules-threat-hunting', 'rules-compliance']

/** The core rules but those with placeholders. */
export async function readCorpus(): Promise<{ rules: SigmaRule[]; errors: RuleError[] }> {
  const read = await Promise.all(FOLDERS.map((folder) => readRuleFolder(join(CORPUS, folder))))
  return {
    rules: read.flatMap(({ rules }) => rules),
    // Placeholders are for whoever runs the rule to fill in.
    errors: read.flatMap(({ errors }) => errors).filter(({ message }) => !message.includes('stands for')),
  }
}

/** A line's way through the pipeline, with our own log sources and categories: ids of the rules that hold. */
export async function createDetect(rules: readonly SigmaRule[]): Promise<(raw: string) => string[]> {
  const matcher = createMatcher(rules, (await readLogSourceFolder(ownLogSources)).families)
  const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
  const parseLine = createParseLine()
  return (raw) => {
    const { fields } = parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })
    categorise(fields)
    return matcher.match({ fields, raw }).map((rule) => rule.id)
  }
}
