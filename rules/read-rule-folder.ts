import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { readLogSources } from '#core/detect/sources/read-log-sources'
import { createFolderReader, type FolderRules } from './create-folder-reader.ts'
import { listRuleFiles } from './list-rule-files.ts'

/** The rules and log sources that come with Nightjar. */
export const ownRules = fileURLToPath(new URL('./sigma', import.meta.url))
export const ownLogSources = fileURLToPath(new URL('./log-sources', import.meta.url))

/**
 * Every rule below a folder, in the order of file names, and all that is wrong or odd, files named relative to it.
 * @throws Error when the folder cannot be read
 */
export function readRuleFolder(folder: string, placeholders: Placeholders = {}): Promise<FolderRules> {
  return createFolderReader(folder).read(placeholders)
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
