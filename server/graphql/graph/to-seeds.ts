import { UserError } from '#core/errors'
import type { TimeSpan } from '#core/store/event-query'
import type { GraphEntity } from '#core/store/graph/entity'
import type { GraphSeed } from '../generated/resolvers.ts'
import { decodeGlobalId } from '../global-id.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { toEntity } from './to-entity.ts'

const MOST_ENTITIES = 100

/** What a graph begins with, all of it in the tenants named. @throws UserError */
export async function toSeeds(
  context: GraphqlContext,
  tenants: readonly string[] | null | undefined,
  { entities, alert, query }: GraphSeed,
  range: TimeSpan,
): Promise<GraphEntity[]> {
  const scope = context.tenants.scopeOf(tenants)
  if ([entities, alert, query].filter((one) => one != null).length !== 1)
    throw new UserError('BAD_USER_INPUT', 'seed: give entities, an alert or a query')
  if (query != null) return context.graph.seedsOfSearch(scope, context.events.toQuery(query, range))
  if (alert != null) {
    const id = decodeGlobalId(alert)
    const found = id?.type === 'Alert' && scope.includes(id.tenantId) && (await context.alerts.byId(id))
    if (!found) throw new UserError('NOT_FOUND', 'There is no such alert in these tenants')
    return context.graph.seedsOfAlert(found)
  }
  const given = entities ?? []
  if (given.length === 0 || given.length > MOST_ENTITIES)
    throw new UserError('BAD_USER_INPUT', `seed.entities: name 1 to ${MOST_ENTITIES}`)
  const seeds = given.map((entity) => toEntity(context, entity))
  if (seeds.some(({ tenantId }) => !scope.includes(tenantId)))
    throw new UserError('BAD_USER_INPUT', 'seed.entities: all must be of the tenants named')
  return seeds
}
