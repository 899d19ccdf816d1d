import { type DecidedRules, decideRules } from '#core/detect/policy/decide-rules'
import { filterRules } from '#core/detect/policy/filter-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { PlacedFolder } from './read-sources.ts'

/** Everybody's rules, off or not, with the filters of all folders. */
export function decideForAll(folders: readonly PlacedFolder[]): {
  decided: DecidedRules
  warnings: RuleError[]
} {
  return filterRules(
    decideRules(folders.map(({ policy, read: { rules } }) => ({ policy, rules }))),
    folders.flatMap(({ read }) => read.filters),
  )
}
