import { SEVERITY_LEVELS } from '#core/event/detection'
import type { StandingRule } from '../../../rules/rulebook.ts'

export interface RankedRule extends StandingRule {
  fired: boolean
  fits: boolean
}

/** Those with all the words: what fired first, then what fits, then what is looked for at all; the gravest first. */
export function rankRules(rules: readonly RankedRule[], text: string): RankedRule[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rules
    .filter(({ rule: { title, id, tags } }) => {
      const all = `${title} ${id} ${tags.join(' ')}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .sort((one, other) => rankOf(other) - rankOf(one) || compare(one.rule.title, other.rule.title))
}

function rankOf({ fired, fits, mode, level }: RankedRule): number {
  return (fired ? 100 : 0) + (fits ? 50 : 0) + (mode === 'off' ? 0 : 10) + SEVERITY_LEVELS.indexOf(level)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
