import type { Level } from '../../event/detection.ts'
import type { RuleHits } from './detection-levels.ts'

const WEIGHT: Readonly<Record<Level, number>> = {
  informational: 0,
  low: 2,
  medium: 8,
  high: 25,
  critical: 50,
}
const MOST = 100

/**
 * Risk from 0 to 100 of what rules say of an entity: each rule weighs by its level, and more with each doubling of its
 * hits by a tenth. So one noisy rule counts for less than two that agree.
 */
export function riskOf(hits: readonly Pick<RuleHits, 'level' | 'count'>[]): number {
  const sum = hits.reduce(
    (all, { level, count }) => all + WEIGHT[level] * (1 + Math.log2(Math.max(count, 1)) / 10),
    0,
  )
  return Math.min(MOST, Math.round(sum))
}
