import type { Level } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'

interface Needy {
  name: string
  openAlerts: readonly { level: Level; count: number }[]
}

/** Orders tenants by need of attention: more open critical alerts first, then high, and so on; else by name. */
export function compareNeed(one: Needy, other: Needy): number {
  for (const level of LEVELS) {
    const count = ({ openAlerts }: Needy) => openAlerts.find((open) => open.level === level)?.count ?? 0
    const difference = count(other) - count(one)
    if (difference !== 0) return difference
  }
  return one.name.localeCompare(other.name, 'en')
}
