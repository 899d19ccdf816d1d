import type { Categorise } from '#core/categorise/categorise'
import { createExplainer } from '#core/detect/match/create-explainer'
import { createRouter } from '#core/detect/sources/create-router'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { Records } from '#core/records/create-records'
import type { Signals } from '#core/signals/signals'
import { meteredStore } from '#core/store/metered-store'
import { type Store, untilLeft } from '#core/store/store'
import type { Session } from '../identity/session.ts'
import type { RulesOf } from '../keep-rulebook.ts'
import { createAlertService } from './alert/alert-service.ts'
import { createAnnotationService } from './annotation/annotation-service.ts'
import { createEventService } from './event/event-service.ts'
import { createFileService } from './file/file-service.ts'
import { createEntityService } from './graph/entity-service.ts'
import { createGraphService } from './graph/graph-service.ts'
import type { GraphqlContext } from './graphql-context.ts'
import { createOverviewService } from './overview/overview-service.ts'
import { createParserService } from './parser/parser-service.ts'
import { createQueryBudget } from './query-budget.ts'
import { createRights } from './rights.ts'
import { createSavedSearchService } from './saved-search/saved-search-service.ts'
import { createSavedViewService } from './saved-view/saved-view-service.ts'
import { createTenantService } from './tenant/tenant-service.ts'
import { createTimelineService } from './timeline/timeline-service.ts'
import { createWhyService } from './why/why-service.ts'

export interface ContextDeps {
  records: Records
  store: Store
  signals: Signals
  logSources: readonly SourceFamily[]
  categorise: Categorise
  rulesOf: RulesOf
  /** Nothing is kept for longer. */
  mostDays: number
}

export type CreateContext = (
  requestId: string,
  sessionNow: () => Session | undefined,
  /** Aborted when the asker leaves before the answer. */
  left?: AbortSignal,
) => GraphqlContext

export function createContextFactory(deps: ContextDeps): CreateContext {
  const { records, store, signals, logSources, categorise, rulesOf, mostDays } = deps
  const router = createRouter(logSources)
  const judged = { categorise, rulesOf, router, explain: createExplainer(logSources, router) }
  return function createContext(requestId, sessionNow, left) {
    const session = sessionNow()
    const rights = createRights(session)
    const asker = session?.userId ?? session?.apiToken?.tokenId
    const budget = createQueryBudget()
    const { store: asked, stats } = meteredStore(left ? untilLeft(store, left) : store)
    const alerts = createAlertService({ records, rights, budget })
    const events = createEventService({ records, store: asked, rights, budget })
    const tenants = createTenantService({ records, signals, rights, budget, mostDays })
    return {
      requestId,
      session,
      signals,
      stats,
      logSources,
      alerts,
      annotations: createAnnotationService({ records, rights, budget, events, mostDays }),
      entities: createEntityService({ store: asked, rights, budget }),
      events,
      files: createFileService({ records, store: asked, signals, rights, budget }),
      graph: createGraphService({ records, store: asked, rights, budget }),
      overview: createOverviewService({ records, store: asked, budget, tenants }),
      parsers: createParserService({ records, signals, rights, budget }),
      savedSearches: createSavedSearchService({ records, rights, budget, logSources }),
      savedViews: createSavedViewService({ records, rights, budget, asker }),
      tenants,
      why: createWhyService({ ...judged, records, rights, budget, events, tenants }),
      timelines: createTimelineService({ store: asked, rights, budget, alerts, events }),
      afresh: () => createContext(requestId, sessionNow, left),
    }
  }
}
