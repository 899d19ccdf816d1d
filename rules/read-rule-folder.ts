import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import { readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { readLogSources } from '#core/detect/sources/read-log-sources'

/** The rules and log sources that come with Nightjar. */
export const ownRules = fileURLToPath(new URL('./sigma', import.meta.url))
export const ownLogSources = fileURLToPath(new URL('./log-sources', import.meta.url))

/**
 * Every rule below a folder (`*.yml`, `*.yaml`, but for `*.tests.yml`), in the order of their file names, and all
 * that is wrong. Files are named relative to the folder. An id used twice is an error of the second rule.
 */
export async function readRuleFolder(
  folder: string,
  placeholders: Placeholders = {},
): Promise<{ rules: SigmaRule[]; errors: RuleError[]; warnings: RuleError[] }> {
  const rules: SigmaRule[] = []
  const errors: RuleError[] = []
  const known = new Map<string, SigmaRule>()
  for (const { file, text } of await readTexts(folder)) {
    const read = readRules(text, file, placeholders)
    errors.push(...read.errors)
    for (const rule of read.rules) {
      const first = known.get(rule.id)
      if (first) {
        const { line } = rule
        const message = `the id ${rule.id} is that of ${first.file}:${first.line} already`
        errors.push({ file, line, column: 1, message, mend: 'give every rule an id of its own' })
        continue
      }
      known.set(rule.id, rule)
      rules.push(rule)
    }
  }
  return { rules, errors, warnings: [] }
}

/** What rules' log sources and field names mean in our events: `rules/log-sources`, or another folder of its kind. */
export async function readLogSourceFolder(
  folder: string,
): Promise<{ families: SourceFamily[]; errors: RuleError[] }> {
  const families: SourceFamily[] = []
  const errors: RuleError[] = []
  for (const { file, text } of await readTexts(folder)) {
    const read = readLogSources(text, file)
    families.push(...read.families)
    errors.push(...read.errors)
  }
  return { families, errors }
}

async function readTexts(folder: string): Promise<{ file: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(
      (entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name) && !/\.tests\.ya?ml$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      file: relative(folder, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  )
}
