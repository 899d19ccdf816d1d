import type { SigmaRule } from '../rule/sigma-rule.ts'
import { modeOf } from './mode-of.ts'
import type { FolderPolicy } from './rules-config.ts'

/** Why a folder's policy makes of a rule what {@link modeOf} says; a sentence for people. */
export function reasonOfMode(rule: Pick<SigmaRule, 'id' | 'level' | 'status'>, policy: FolderPolicy): string {
  if (policy.off.includes(rule.id)) return 'The settings of its folder switch it off by its id.'
  const mode = modeOf(rule, policy)
  if (mode === 'on') return 'Its level and status reach what the settings of its folder ask of a rule.'
  const from = policy.on
  const asked = from ? `from level ${from.level} and status ${from.status} on` : 'that are named'
  const is = `this one has level ${rule.level} and status ${rule.status ?? 'test'}`
  return mode === 'shadow'
    ? `It is on trial: the settings of its folder put rules in force ${asked}; ${is}.`
    : `The settings of its folder take rules ${asked}; ${is}.`
}
