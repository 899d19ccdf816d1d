import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { unknownFields } from '#core/detect/sources/unknown-fields'

/** Warns of rules with fields that no event has, so that they can hardly ever hold. A rule is looked at once. */
export function createUnknownFieldsFinder(
  families: readonly SourceFamily[],
): (rules: readonly SigmaRule[]) => RuleError[] {
  const known = new WeakMap<SigmaRule, readonly string[]>()
  return (rules) =>
    rules.flatMap((rule) => {
      const fields = known.get(rule) ?? unknownFields(rule, families)
      known.set(rule, fields)
      if (fields.length === 0) return []
      const { file, line } = rule
      const message = `no event has ${fields.join(', ')}`
      return [{ file, line, column: 1, message, mend: 'correct the name, or add it to rules/log-sources' }]
    })
}
