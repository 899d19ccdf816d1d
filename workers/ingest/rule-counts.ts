import type { DecidedRules } from '#core/detect/policy/decide-rules'
import type { RuleMode } from '#core/detect/policy/mode-of'

/** Everybody's rules by mode, and files that were left out, wholly or in part. */
export type RuleCounts = Record<RuleMode | 'unread', number>

export function countRules(decided: DecidedRules, unread: number): RuleCounts {
  const counts = { on: 0, shadow: 0, off: 0, unread }
  for (const { mode } of decided.values()) counts[mode] += 1
  return counts
}

/** `3,820 rules: 2,900 on, 700 shadow, 220 off; 91 files could not be read`. */
export function sayCounts({ on, shadow, off, unread }: RuleCounts): string {
  const [all, ...modes] = [on + shadow + off, on, shadow, off].map((count) => count.toLocaleString('en-US'))
  const counted = `${all} rules: ${modes[0]} on, ${modes[1]} shadow, ${modes[2]} off`
  if (unread === 0) return counted
  return `${counted}; ${unread.toLocaleString('en-US')} could not be read`
}
