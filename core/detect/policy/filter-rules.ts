import { applyFilters } from '../rule/apply-filters.ts'
import type { RuleError } from '../rule/rule-error.ts'
import type { SigmaFilter } from '../rule/sigma-filter.ts'
import type { DecidedRule, DecidedRules } from './decide-rules.ts'

/** Filters of any folder concern the rules of all. Rules that none concerns stay the same objects. */
export function filterRules(
  decided: DecidedRules,
  filters: readonly SigmaFilter[],
): { decided: DecidedRules; warnings: RuleError[] } {
  if (filters.length === 0) return { decided, warnings: [] }
  const modes = [...decided.values()]
  const { rules, warnings } = applyFilters(
    modes.map(({ rule }) => rule),
    filters,
  )
  const filtered = modes.map(({ mode }, index): [string, DecidedRule][] => {
    const rule = rules[index]
    return rule ? [[rule.id, { rule, mode }]] : []
  })
  return { decided: new Map(filtered.flat()), warnings }
}
