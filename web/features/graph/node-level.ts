import type { Level } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'

/** Weights of docs/graph.md: one rule of a level gives at least this much risk. */
const LEAST_RISK = [
  ['critical', 50],
  ['high', 25],
  ['medium', 8],
  ['low', 2],
] as const satisfies [Level, number][]

/** The worst that is said of an entity: of its alerts, else what its risk amounts to; undefined where nothing is. */
export function nodeLevel(risk: number, alerts: readonly { level: Level }[]): Level | undefined {
  const worst = LEVELS.find((level) => alerts.some((alert) => alert.level === level))
  return worst ?? LEAST_RISK.find(([, least]) => risk >= least)?.[0]
}
