import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { Signals } from '#core/signals/signals'
import type { QueryStats } from '#core/store/store'
import type { Session } from '../identity/session.ts'
import type { Proof } from '../identity/session-of.ts'
import type { AlertService } from './alert/alert-service.ts'
import type { AnnotationService } from './annotation/annotation-service.ts'
import type { EventService } from './event/event-service.ts'
import type { FileService } from './file/file-service.ts'
import type { EntityService } from './graph/entity-service.ts'
import type { GraphService } from './graph/graph-service.ts'
import type { OverviewService } from './overview/overview-service.ts'
import type { ParserService } from './parser/parser-service.ts'
import type { SavedSearchService } from './saved-search/saved-search-service.ts'
import type { SavedViewService } from './saved-view/saved-view-service.ts'
import type { TenantService } from './tenant/tenant-service.ts'
import type { TimelineService } from './timeline/timeline-service.ts'
import type { WhyService } from './why/why-service.ts'

/** Who these headers prove; undefined for nobody. */
export type ReadSession = (headers: Proof) => Promise<Session | undefined>

/** What resolvers are given: made anew for each operation, and for each event of a subscription. */
export interface GraphqlContext {
  requestId: string
  session: Session | undefined
  alerts: AlertService
  annotations: AnnotationService
  entities: EntityService
  events: EventService
  files: FileService
  graph: GraphService
  overview: OverviewService
  parsers: ParserService
  savedSearches: SavedSearchService
  savedViews: SavedViewService
  tenants: TenantService
  timelines: TimelineService
  why: WhyService
  signals: Signals
  /** What SIGMA's log sources and field names mean in our events. */
  logSources: readonly SourceFamily[]
  /** Of all that was read in ClickHouse so far. */
  stats(): QueryStats
  /** The same asker with the rights of this moment, and nothing loaded yet. */
  afresh(): GraphqlContext
}
