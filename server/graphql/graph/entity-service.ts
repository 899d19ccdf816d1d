import type { TimeSpan } from '#core/store/event-query'
import { detectionLevels, type RuleHits } from '#core/store/graph/detection-levels'
import type { GraphEdge } from '#core/store/graph/edge'
import { type GraphEntity, keyOfEntity } from '#core/store/graph/entity'
import { entityEdges } from '#core/store/graph/entity-edges'
import { entityPeers, type Peer } from '#core/store/graph/entity-peers'
import { entityPrevalence, type Prevalence } from '#core/store/graph/entity-prevalence'
import { type EntitySpan, entitySpan } from '#core/store/graph/entity-span'
import { type RareEdge, rareEdges } from '#core/store/graph/rare-edges'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { once } from '../once.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'

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
}

export interface EntityService {
  profile(entity: GraphEntity, range: TimeSpan): EntityProfileParent
}

export interface EntityDeps {
  store: Store
  rights: Rights
  budget: QueryBudget
}

export function createEntityService({ store, rights, budget }: EntityDeps): EntityService {
  return {
    profile(entity, range) {
      const scope = rights.scopeOf([entity.tenantId])
      const everywhere = rights.scopeOf(rights.memberships.map(({ tenantId }) => tenantId))
      function spending<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
        budget.spend()
        return ask()
      }
      return {
        ...{ entity, range, scope },
        span: once(() => spending(() => entitySpan(store, scope, entity))),
        hits: once(async () => {
          const hits = await spending(() => detectionLevels(store, scope, [entity], range))
          return hits.get(keyOfEntity(entity)) ?? []
        }),
        prevalence: () => spending(() => entityPrevalence(store, everywhere, entity, range)),
        peers: (first) => spending(() => entityPeers(store, scope, entity, range, first)),
        logons: (first) => spending(() => entityEdges(store, scope, entity, 'logged_on_to', range, first)),
        rare: (first) => spending(() => rareEdges(store, scope, entity, range, first)),
      }
    },
  }
}
