import { SEVERITY_LEVELS } from '../../event/detection.ts'
import { RULE_STATUSES } from '../rule/rule-status.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import type { FolderPolicy, Threshold } from './rules-config.ts'

/** `on`: detections raise alerts. `shadow`: they are stored and raise none. `off`: the rule is not looked for. */
export type RuleMode = 'on' | 'shadow' | 'off'

/** For a folder without a policy: every rule is on, but for those that their authors gave up (deprecated, unsupported). */
export const EVERYTHING: FolderPolicy = { on: { level: 'informational', status: 'experimental' }, off: [] }

/** What a folder's policy makes of a rule. A rule without a status counts as `test`, one without a level as `medium`. */
export function modeOf(rule: Pick<SigmaRule, 'id' | 'level' | 'status'>, policy: FolderPolicy): RuleMode {
  if (policy.off.includes(rule.id)) return 'off'
  if (reaches(rule, policy.on)) return 'on'
  return reaches(rule, policy.shadow) ? 'shadow' : 'off'
}

function reaches(
  { level, status }: Pick<SigmaRule, 'level' | 'status'>,
  from: Threshold | undefined,
): boolean {
  if (!from) return false
  const rank = RULE_STATUSES.findIndex((name) => name === (status ?? 'test'))
  return (
    SEVERITY_LEVELS.indexOf(level) >= SEVERITY_LEVELS.indexOf(from.level) &&
    rank >= RULE_STATUSES.indexOf(from.status)
  )
}
