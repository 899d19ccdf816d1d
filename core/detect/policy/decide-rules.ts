import type { SigmaRule } from '../rule/sigma-rule.ts'
import { modeOf, type RuleMode } from './mode-of.ts'
import type { FolderPolicy } from './rules-config.ts'

export interface DecidedRule {
  rule: SigmaRule
  mode: RuleMode
}

/** Rules by id, and what was decided about them. */
export type DecidedRules = ReadonlyMap<string, DecidedRule>

/** Of rules with the same id the one in the later folder counts, and that folder's policy. */
export function decideRules(
  folders: readonly { rules: readonly SigmaRule[]; policy: FolderPolicy }[],
): DecidedRules {
  const decided = new Map<string, DecidedRule>()
  for (const { rules, policy } of folders)
    for (const rule of rules) decided.set(rule.id, { rule, mode: modeOf(rule, policy) })
  return decided
}
