import type { AlertGroupsQuery } from '../../graphql/generated/graphql.ts'
import { EntityName } from './entity-name.tsx'
import { tacticName } from './tactic-name.ts'
import type { AlertChoice } from './use-alert-filter.ts'

export type Group = AlertGroupsQuery['alertGroups']['groups'][number]

/** What the alerts of a group have in common, or that they have nothing of the kind. */
export function GroupName({ group, by }: { group: Group; by: NonNullable<AlertChoice['by']> }) {
  if (by === 'rule') return group.ruleTitle
  if (by === 'tenant') return group.tenant?.name
  if (by === 'tactic') return group.tactic ? tacticName(group.tactic) : 'No tactic'
  return group.entity ? <EntityName entity={group.entity} /> : `About no ${by}`
}
