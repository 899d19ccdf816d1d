import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import type { GraphEdge } from './edge.ts'
import { edgesAmong } from './edges-among.ts'
import { type EntityKind, type GraphEntity, keyOfEntity } from './entity.ts'
import { listNeighbours } from './list-neighbours.ts'
import { type NeighbourCount, neighbourCounts } from './neighbour-counts.ts'
import { type GraphLimits, planGraph } from './plan-graph.ts'
import { endsOf } from './touching.ts'

interface LoadedGraph {
  entities: GraphEntity[]
  edges: GraphEdge[]
  /** Answers that are too many to be nodes of their own. */
  collections: NeighbourCount[]
  /** More is there than the limits allow. */
  truncated: boolean
}

/** What lies around some entities of one tenant, one edge away, and the edges among all of that. */
export async function loadGraph(
  store: Store,
  scope: TenantScope,
  seeds: readonly GraphEntity[],
  range: TimeSpan,
  limits: GraphLimits,
  kinds: ReadonlySet<EntityKind> | undefined,
): Promise<LoadedGraph> {
  const entities = new Map(seeds.slice(0, limits.nodes).map((seed) => [keyOfEntity(seed), seed]))
  const counts = await neighbourCounts(store, scope, endsOf([...entities.values()]), range)
  const plan = planGraph(counts, limits.nodes - entities.size, limits, kinds)
  const found = await listNeighbours(store, scope, plan.load, range, limits.collectAbove)
  for (const entity of found) entities.set(keyOfEntity(entity), entity)
  const all = [...entities.values()]
  const edges = await edgesAmong(store, scope, endsOf(all), range, limits.edges + 1)
  return {
    entities: all,
    edges: edges.slice(0, limits.edges),
    collections: plan.collect,
    truncated: plan.truncated || edges.length > limits.edges || seeds.length > limits.nodes,
  }
}
