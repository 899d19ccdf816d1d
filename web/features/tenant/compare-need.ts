import type { ActivityStanding, Level } from '../../graphql/generated/graphql.ts'

interface Needy {
  name: string
  openAlerts: readonly { level: Level; count: number }[]
  /** Sources that went quiet. */
  quiet: number
  standing: ActivityStanding
}

const countOf = ({ openAlerts }: Needy, level: Level) =>
  openAlerts.find((open) => open.level === level)?.count ?? 0

const unusual = ({ standing }: Needy) =>
  Number(standing === 'quiet' || standing === 'low' || standing === 'high')

/** What is compared, the gravest first: a silent source may be an attack that nobody sees. */
const NEEDS: readonly ((tenant: Needy) => number)[] = [
  (tenant) => countOf(tenant, 'critical'),
  (tenant) => countOf(tenant, 'high'),
  ({ quiet }) => quiet,
  unusual,
  (tenant) => countOf(tenant, 'medium'),
  (tenant) => countOf(tenant, 'low'),
  (tenant) => countOf(tenant, 'informational'),
]

/** Orders tenants by need of attention; else by name. */
export function compareNeed(one: Needy, other: Needy): number {
  for (const need of NEEDS) {
    const difference = need(other) - need(one)
    if (difference !== 0) return difference
  }
  return one.name.localeCompare(other.name, 'en')
}
