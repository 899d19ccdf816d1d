import type { Level } from '../graphql/generated/graphql.ts'

/** Worst first: the order of lists, legends and filters. */
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'] as const satisfies Level[]

/** Level of an event's severity, 0-100, on the scale of rules/categories. */
export function levelOf(severity: number): Level {
  if (severity >= 85) return 'critical'
  if (severity >= 65) return 'high'
  if (severity >= 45) return 'medium'
  if (severity >= 25) return 'low'
  return 'informational'
}
