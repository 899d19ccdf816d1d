import { judgeActivity, type Standing } from '#core/investigate/judge-activity'
import type { HourlyActivity } from '#core/store/queries/hourly-activity'
import type { SourceParent } from '../tenant/tenant-service.ts'

interface Activity {
  /** Of the last hour. */
  events: number
  usual: number | undefined
  standing: Standing
  /** The latest last. */
  hours: number[]
  /** Nanoseconds since the epoch. */
  lastSeen: bigint | undefined
}

export interface SourceActivity extends Activity {
  source: SourceParent
}

export interface TenantActivity extends Activity {
  tenantId: string
  sources: SourceActivity[]
}

/**
 * What was counted, by tenant. A tenant is judged by what its sources send together: what one has too little of, another
 * may have too much.
 * @param sourcesOf of a tenant; those that sent nothing come with zeros
 */
export function tenantActivities(
  tenantIds: readonly string[],
  counted: readonly HourlyActivity[],
  sourcesOf: (tenantId: string) => readonly SourceParent[],
): TenantActivity[] {
  return tenantIds.map((tenantId) => {
    const own = counted.filter((row) => row.tenantId === tenantId)
    const sources = sourcesOf(tenantId).map((source) => ({
      source,
      ...activityOf(own.filter(({ sourceId }) => sourceId === source.sourceId)),
    }))
    return { tenantId, ...activityOf(own), sources }
  })
}

function activityOf(rows: readonly HourlyActivity[]): Activity {
  const hours = sumUp(rows.map((row) => row.hours))
  const events = hours[0] ?? 0
  const times = rows.map(({ last }) => last).toSorted((one, other) => Number(one - other))
  return {
    events,
    ...judgeActivity(events, sumUp(rows.map(({ before }) => before))),
    hours: hours.length > 0 ? hours.toReversed() : Array<number>(24).fill(0),
    lastSeen: times.at(-1),
  }
}

function sumUp(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists
  return first.map((count, place) => others.reduce((sum, list) => sum + (list[place] ?? 0), count))
}
