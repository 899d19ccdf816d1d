import type { ActivityStanding } from '../../graphql/generated/graphql.ts'

/** What needs a look first. */
const ORDER: readonly ActivityStanding[] = ['quiet', 'low', 'high', 'usual', 'unknown']

interface Standing {
  standing: ActivityStanding
  source: { name: string }
}

export function byStanding(one: Standing, other: Standing): number {
  return (
    ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing) ||
    one.source.name.localeCompare(other.source.name, 'en')
  )
}
