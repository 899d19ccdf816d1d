import type { Level } from '../graphql/generated/graphql.ts'

/** Worst first: the order of lists, legends and filters. */
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'] as const satisfies Level[]

/** Level of an event's severity, 0-100. */
export function levelOf(severity: number): Level {
  if (severity >= 99) return 'critical'
  if (severity >= 73) return 'high'
  if (severity >= 47) return 'medium'
  if (severity >= 21) return 'low'
  return 'informational'
}
