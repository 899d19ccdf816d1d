import { type DecidedRules, decideRules } from '#core/detect/policy/decide-rules'
import { readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { PlacedFolder, TenantSources } from './read-sources.ts'

/**
 * Rules that a tenant has for itself: those of its folder, and everybody's that mean something else to it because it
 * says what their placeholders stand for.
 */
export function ownRules(
  { config, placeholders, folder }: TenantSources,
  folders: readonly PlacedFolder[],
  base: DecidedRules,
): { rules: DecidedRules; errors: RuleError[] } {
  const errors: RuleError[] = []
  const expanded = Object.keys(config.placeholders).length === 0 ? [] : folders.map(expand)
  const decided = new Map(decideRules(expanded))
  for (const [id, { rule }] of decided) {
    const known = base.get(id)?.rule
    // Another folder's rule stands in the place of this one.
    if (known && known.text !== rule.text) decided.delete(id)
  }
  for (const [id, own] of decideRules(folder ? [{ rules: folder.read.rules, policy: folder.policy }] : []))
    decided.set(id, own)
  return { rules: decided, errors }

  function expand({ policy, read }: PlacedFolder) {
    const known = new Set(read.errors.map(({ file, message }) => `${file} ${message}`))
    const rules = read.templates.flatMap(({ file, text }) => {
      const template = readRules(text, file, placeholders)
      errors.push(...template.errors.filter(({ message }) => !known.has(`${file} ${message}`)))
      return template.rules
    })
    return { policy, rules }
  }
}
