import type { Level } from '#core/event/detection'
import { alertExtent } from '#core/records/alerts/alert-extent'
import type { AlertFilter } from '#core/records/alerts/alert-filter'
import { countAlertSpans } from '#core/records/alerts/count-alert-spans'
import type { Records } from '#core/records/create-records'
import { chooseInterval } from '#core/store/choose-interval'
import type { TimeSpan } from '#core/store/event-query'
import { hourlyActivity } from '#core/store/queries/hourly-activity'
import { topRules } from '#core/store/queries/top-rules'
import type { QueryStats, Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { QueryBudget } from '../query-budget.ts'
import type { SourceParent, TenantService } from '../tenant/tenant-service.ts'
import { spreadAlerts } from './spread-alerts.ts'
import { type SourceActivity, type TenantActivity, tenantActivities } from './tenant-activities.ts'

export type TenantActivityParent = TenantActivity
export type SourceActivityParent = SourceActivity

interface LevelCount {
  level: Level
  count: number
}

interface AlertBucket {
  from: bigint
  to: bigint
  count: number
  levels: LevelCount[]
}

export interface OverviewService {
  /** @param now milliseconds since the epoch */
  activity(
    scope: TenantScope,
    now: number,
  ): Promise<{ until: bigint; rows: TenantActivityParent[]; stats: QueryStats }>
  /** Without a range, from the first alert to the last. */
  alertHistogram(
    scope: TenantScope,
    filter: AlertFilter,
    buckets: number,
  ): Promise<{ interval: number; buckets: AlertBucket[]; total: number; levels: LevelCount[] }>
  topRules(scope: TenantScope, range: TimeSpan, first: number): ReturnType<typeof topRules>
}

interface OverviewDeps {
  records: Records
  store: Store
  budget: QueryBudget
  tenants: TenantService
}

const NANOS = 1_000_000_000n

export function createOverviewService({ records, store, budget, tenants }: OverviewDeps): OverviewService {
  return {
    async activity(scope, now) {
      budget.spend()
      const until = BigInt(now) * 1_000_000n
      const [{ rows, stats }, ...sources] = await Promise.all([
        hourlyActivity(store, scope, until),
        ...scope.tenantIds.map((tenantId) => tenants.sources(tenantId)),
      ])
      const byTenant = new Map<string, readonly SourceParent[]>(
        scope.tenantIds.map((tenantId, place) => [tenantId, sources[place] ?? []]),
      )
      const sourcesOf = (tenantId: string) => byTenant.get(tenantId) ?? []
      return { until, rows: tenantActivities(scope.tenantIds, rows, sourcesOf), stats }
    },

    async alertHistogram(scope, filter, wanted) {
      budget.spend()
      if (!filter.range) budget.spend()
      const range = filter.range ?? (await alertExtent(records, scope, filter))
      if (!range) return { interval: 1, buckets: [], total: 0, levels: [] }
      const interval = chooseInterval(range, wanted)
      const width = BigInt(interval) * NANOS
      const start = range.from - (((range.from % width) + width) % width)
      const buckets = Math.max(Number((range.to - start + width - 1n) / width), 1)
      const spans = await countAlertSpans(records, scope, filter, { range, start, width, buckets })
      const filled = spreadAlerts(spans, buckets).map((levels, place) => ({
        from: start + BigInt(place) * width,
        to: start + BigInt(place + 1) * width,
        ...summed(levels),
      }))
      const [whole = new Map<Level, number>()] = spreadAlerts(
        spans.map((span) => ({ ...span, first: 0, last: 0 })),
        1,
      )
      const { count: total, levels } = summed(whole)
      return { interval, buckets: filled, total, levels }
    },

    topRules(scope, range, first) {
      budget.spend()
      return topRules(store, scope, range, first)
    },
  }
}

function summed(levels: ReadonlyMap<Level, number>): { count: number; levels: LevelCount[] } {
  const counts = [...levels].map(([level, count]) => ({ level, count }))
  return { count: counts.reduce((sum, { count }) => sum + count, 0), levels: counts }
}
