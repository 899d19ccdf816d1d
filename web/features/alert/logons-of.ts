import type { AlertEntityQuery } from '../../graphql/generated/graphql.ts'
import type { EntityName } from '../graph/entity-name.ts'

/** Whom a host was logged on by, or where else somebody or an address logged on: hosts for users, users for hosts. */
export function logonsOf({
  entity,
  logons,
}: Pick<AlertEntityQuery['entity'], 'entity' | 'logons'>): EntityName[] {
  const wanted = entity.kind === 'host' ? 'user' : 'host'
  const others = logons
    .flatMap(({ subject, object }) => [subject, object])
    .filter(({ kind }) => kind === wanted)
  return [...new Map(others.map((other) => [other.value, other])).values()]
}
