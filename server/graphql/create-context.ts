import type { Records } from '#core/records/create-records'
import type { Signals } from '#core/signals/signals'
import { type Store, untilLeft } from '#core/store/store'
import type { Session } from '../identity/session.ts'
import { createAlertService } from './alert/alert-service.ts'
import { createEventService } from './event/event-service.ts'
import { createEntityService } from './graph/entity-service.ts'
import { createGraphService } from './graph/graph-service.ts'
import type { GraphqlContext } from './graphql-context.ts'
import { createParserService } from './parser/parser-service.ts'
import { createQueryBudget } from './query-budget.ts'
import { createRights } from './rights.ts'
import { createSavedSearchService } from './saved-search/saved-search-service.ts'
import { createTenantService } from './tenant/tenant-service.ts'

export interface ContextDeps {
  records: Records
  store: Store
  signals: Signals
}

export type CreateContext = (
  requestId: string,
  sessionNow: () => Session | undefined,
  /** Aborted when the asker leaves before the answer. */
  left?: AbortSignal,
) => GraphqlContext

export function createContextFactory({ records, store, signals }: ContextDeps): CreateContext {
  return function createContext(requestId, sessionNow, left) {
    const session = sessionNow()
    const rights = createRights(session)
    const budget = createQueryBudget()
    const asked = left ? untilLeft(store, left) : store
    return {
      requestId,
      session,
      signals,
      alerts: createAlertService({ records, rights, budget }),
      entities: createEntityService({ store: asked, rights, budget }),
      events: createEventService({ records, store: asked, rights, budget }),
      graph: createGraphService({ records, store: asked, rights, budget }),
      parsers: createParserService({ records, signals, rights, budget }),
      savedSearches: createSavedSearchService({ records, rights, budget }),
      tenants: createTenantService({ records, signals, rights, budget }),
      afresh: () => createContext(requestId, sessionNow, left),
    }
  }
}
