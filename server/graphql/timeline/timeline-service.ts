import DataLoader from 'dataloader'
import type { Event } from '#core/event/event'
import { type Related, rankRelated } from '#core/investigate/rank-related'
import { sharedValues } from '#core/investigate/shared-values'
import type { TimeSpan } from '#core/store/event-query'
import { auditCommandLines } from '#core/store/queries/audit-command-lines'
import { relatedEvents } from '#core/store/queries/related-events'
import type { QueryStats, Store } from '#core/store/store'
import { sumStats } from '#core/store/sum-stats'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { AlertService } from '../alert/alert-service.ts'
import type { EventService } from '../event/event-service.ts'
import type { EventGlobalId, GlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'
import { type ProcessTree, readProcessTree } from './read-process-tree.ts'
import { readTimeline, type SourceGap, type Timeline, type TimelineWish } from './read-timeline.ts'
import { rangeAround, type Seed, seedQuery } from './seed-query.ts'

export type TimelineParent = Timeline
export type TimelineLaneParent = Timeline['lanes'][number]
export type TimelineMarkParent = Timeline['marks'][number]
export type TimelineGapParent = SourceGap
/** `event` where none tells of its start. */
export type ProcessNodeParent = ProcessTree['nodes'][number] & { tenantId: string; seed: Event }

interface RelatedAnswer extends TimeSpan {
  events: Related[]
  stats: QueryStats
}

type AlertId = Pick<GlobalId, 'tenantId' | 'id'>
type AskedSeed = Exclude<Seed, { alert: unknown }> | { alertId: AlertId }

export interface TimelineService {
  /** Undefined when there is no such alert in the scope. @throws UserError */
  timeline(
    scope: TenantScope,
    seed: AskedSeed,
    range: TimeSpan | undefined,
    wish: TimelineWish,
  ): Promise<TimelineParent | undefined>
  /** Undefined when there is no such alert for the asker. */
  related(alertId: AlertId, range: TimeSpan | undefined, first: number): Promise<RelatedAnswer | undefined>
  /** Undefined when there is no such event for the asker. @throws UserError BAD_USER_INPUT */
  processTree(
    eventId: EventGlobalId,
    bounds: { up: number; down: number; most: number },
  ): Promise<{ nodes: ProcessNodeParent[]; truncated: boolean; stats: QueryStats } | undefined>
  /** With what arguments a process was started, as the event of its start or a record beside it says. */
  commandLine(start: Event): Promise<string | undefined>
}

export interface TimelineDeps {
  store: Store
  rights: Rights
  budget: QueryBudget
  alerts: AlertService
  events: EventService
}

/** Events behind an alert whose values count, the newest. */
const EVIDENCE = 50
/** Of which the most related are told: all are ranked anew, with reasons. */
const CANDIDATES = 500

export function createTimelineService(deps: TimelineDeps): TimelineService {
  const { store, rights, budget, alerts, events } = deps
  const besideCalls = new DataLoader(async (calls: readonly Event[]) => {
    budget.spend()
    return auditCommandLines(store, rights.scopeOf(calls.map(({ tenantId }) => tenantId)), calls)
  })

  return {
    async timeline(scope, seed, range, wish) {
      if (!('alertId' in seed)) return readTimeline(deps, scope, seedQuery(seed, range), wish)
      const { alertId } = seed
      const alert = scope.includes(alertId.tenantId) ? await alerts.byId(alertId) : undefined
      if (!alert) return undefined
      const ownScope = scope.narrow(alert.tenantId)
      return readTimeline(deps, ownScope, seedQuery({ alert }, range), wish)
    },

    async related(alertId, given, first) {
      const alert = await alerts.byId(alertId)
      if (!alert) return undefined
      const evidence = await events.evidenceOf(alert, { first: EVIDENCE }).page()
      const shared = sharedValues(alert.entity, evidence.events)
      const range = given ?? rangeAround(alert)
      const span = { from: alert.firstSeen, to: alert.lastSeen }
      if (shared.length === 0) return { ...range, events: [], stats: evidence.stats }
      budget.spend()
      budget.spend()
      const { candidates, weights, stats } = await relatedEvents(store, rights.scopeOf([alert.tenantId]), {
        ...{ shared, site: alert.entity.site, range, span, most: CANDIDATES },
        without: evidence.events.map(({ eventId }) => eventId),
      })
      return {
        ...range,
        events: rankRelated(candidates, shared, weights, span).slice(0, first),
        stats: sumStats([evidence.stats, stats]),
      }
    },

    async processTree(eventId, bounds) {
      const event = await events.byId(eventId)
      if (!event) return undefined
      const { tenantId } = event
      const { nodes, ...rest } = await readProcessTree(deps, rights.scopeOf([tenantId]), event, bounds)
      return { nodes: nodes.map((node) => ({ ...node, tenantId, seed: event })), ...rest }
    },
    async commandLine(start) {
      const own = start.fields['process.command_line']
      if (own !== undefined) return String(own)
      return start.fields['event.dataset'] === 'auditd.log' ? besideCalls.load(start) : undefined
    },
  }
}
