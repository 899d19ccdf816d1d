import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Categorise, createCategorise } from '#core/categorise/categorise'
import { createMatcher } from '#core/detect/match/create-matcher'
import type { Matcher } from '#core/detect/match/matcher'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Log } from '#core/log'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder, readRuleFolder } from '../../rules/read-rule-folder.ts'

/** Everything the pipeline knows that is data, compiled. */
export interface Knowledge {
  categorise: Categorise
  matcher: Matcher
}

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Reads rules, categories and log sources from disk. What cannot be read is logged and left out: a mistake in one rule
 * must not blind the others.
 * @param folders of rules, relative to the working directory, or to the package where that has none; of rules with
 *   the same id the one in the later folder counts
 * @throws Error when a folder is missing
 */
export async function loadKnowledge(folders: readonly string[], log: Log): Promise<Knowledge> {
  const [categories, sources, ...ruleFolders] = await Promise.all([
    readCategoryFolder(ownCategories),
    readLogSourceFolder(ownLogSources),
    ...folders.map((folder) => readRuleFolder(locate(folder))),
  ])
  for (const { errors } of [categories, sources, ...ruleFolders])
    for (const { file, line, message } of errors) log.error({ file, line }, `left out: ${message}`)
  const byId = new Map<string, SigmaRule>()
  for (const { rules } of ruleFolders) for (const rule of rules) byId.set(rule.id, rule)
  log.info({ rules: byId.size }, 'rules loaded')
  return {
    categorise: createCategorise(categories.tables),
    matcher: createMatcher([...byId.values()], sources.families),
  }
}

function locate(folder: string): string {
  if (isAbsolute(folder)) return folder
  return existsSync(folder) ? resolve(folder) : join(PACKAGE, folder)
}
