import type { TimeSpan } from '#core/store/event-query'
import { detectionLevels, type RuleHits } from '#core/store/graph/detection-levels'
import type { GraphEdge } from '#core/store/graph/edge'
import { type GraphEntity, keyOfEntity } from '#core/store/graph/entity'
import { entityEdges } from '#core/store/graph/entity-edges'
import { entityPeers, type Peer } from '#core/store/graph/entity-peers'
import { entityPrevalence, type Prevalence } from '#core/store/graph/entity-prevalence'
import { type EntitySpan, entitySpan } from '#core/store/graph/entity-span'
import { type RareEdge, rareEdges } from '#core/store/graph/rare-edges'
import { meteredStore } from '#core/store/metered-store'
import type { QueryStats, Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { once } from '../once.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'
import { createReadTogether } from './read-together.ts'

export type PrevalenceParent = Prevalence
export type RuleHitsParent = RuleHits

/** What is known of an entity; each part is read when it is asked for. */
export interface EntityProfileParent {
  entity: GraphEntity
  range: TimeSpan
  /** The key to its tenant. */
  scope: TenantScope
  span(): Promise<EntitySpan | undefined>
  hits(): Promise<readonly RuleHits[]>
  prevalence(): Promise<Prevalence[]>
  peers(first: number): Promise<Peer[]>
  logons(first: number): Promise<GraphEdge[]>
  rare(first: number): Promise<RareEdge[]>
  /** Of all parts that are asked for in the same turn. */
  stats(): Promise<QueryStats>
}

export interface EntityService {
  profile(entity: GraphEntity, range: TimeSpan): EntityProfileParent
}

export interface EntityDeps {
  store: Store
  rights: Rights
  budget: QueryBudget
}

export function createEntityService({ store: plain, rights, budget }: EntityDeps): EntityService {
  return {
    profile(entity, range) {
      const scope = rights.scopeOf([entity.tenantId])
      const everywhere = rights.scopeOf(rights.memberships.map(({ tenantId }) => tenantId))
      const { store, stats } = meteredStore(plain, () => budget.spend())
      const { read, finished } = createReadTogether()
      return {
        ...{ entity, range, scope },
        span: once(() => read(() => entitySpan(store, scope, entity))),
        hits: once(async () => {
          const hits = await read(() => detectionLevels(store, scope, [entity], range))
          return hits.get(keyOfEntity(entity)) ?? []
        }),
        prevalence: () => read(() => entityPrevalence(store, everywhere, entity, range)),
        peers: (first) => read(() => entityPeers(store, scope, entity, range, first)),
        logons: (first) => read(() => entityEdges(store, scope, entity, 'logged_on_to', range, first)),
        rare: (first) => read(() => rareEdges(store, scope, entity, range, first)),
        async stats() {
          await finished()
          return stats()
        },
      }
    },
  }
}
