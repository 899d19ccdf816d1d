import type { GraphSeed } from '../../graphql/generated/graphql.ts'
import type { EntityName } from './entity-name.ts'

/** What a graph begins with: an alert or an entity that a link named, else the search of the context bar. */
export function graphSeed(
  tenant: string,
  named: { alert: string | null; entity: EntityName | undefined; query: string },
): GraphSeed {
  if (named.alert) return { alert: named.alert }
  if (named.entity) return { entities: [{ tenant, ...named.entity }] }
  return { query: named.query }
}
