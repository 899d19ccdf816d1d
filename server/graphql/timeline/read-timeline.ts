import type { Event } from '#core/event/event'
import { findGaps } from '#core/investigate/find-gaps'
import type { EventQuery, TimeSpan } from '#core/store/event-query'
import type { LaneKind } from '#core/store/lane'
import { sourceActivity } from '#core/store/queries/source-activity'
import { timelineEvents } from '#core/store/queries/timeline-events'
import { type TimelineLane, timelineLanes } from '#core/store/queries/timeline-lanes'
import { type TimelineMark, timelineMarks } from '#core/store/queries/timeline-marks'
import type { QueryStats, Store } from '#core/store/store'
import { sumStats } from '#core/store/sum-stats'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { QueryBudget } from '../query-budget.ts'

export interface SourceGap {
  tenantId: string
  sourceId: string
  from: bigint
  to: bigint
}

export interface Timeline {
  range: TimeSpan
  intervalSeconds: number
  /** Each event is shown. */
  isSingle: boolean
  lanes: (TimelineLane & { by: LaneKind; events: Event[] })[]
  marks: (TimelineMark & { place: number | undefined })[]
  moreMarks: boolean
  gaps: SourceGap[]
  total: bigint
  stats: QueryStats
}

export interface TimelineWish {
  by: LaneKind
  lanes: number
  pixels: number
  /** Nanoseconds since the epoch: what has not come yet is no silence. */
  now: bigint
}

/** So many can be shown one by one. */
const SINGLE = 500
const MOST_MARKS = 500
const PIXELS_PER_BUCKET = 3
const MOST_BUCKETS = 500
/** Of twice the range: what was before it tells what is usual. */
const STRETCHES = 400

/** Three statements side by side, and one more where events are few. */
export async function readTimeline(
  { store, budget }: { store: Store; budget: QueryBudget },
  scope: TenantScope,
  query: EventQuery,
  { by, lanes: most, pixels, now }: TimelineWish,
): Promise<Timeline> {
  const { range } = query
  const twice = { from: range.from - (range.to - range.from), to: range.to }
  const buckets = Math.min(Math.max(Math.floor(pixels / PIXELS_PER_BUCKET), 1), MOST_BUCKETS)
  for (let statements = 0; statements < 3; statements++) budget.spend()
  const [drawn, found, activity] = await Promise.all([
    timelineLanes(store, scope, query, { by, most, buckets }),
    timelineMarks(store, scope, query, { by, most: MOST_MARKS }),
    sourceActivity(store, scope, twice, STRETCHES),
  ])
  const isSingle = drawn.total <= SINGLE
  if (isSingle) budget.spend()
  const single = isSingle ? await timelineEvents(store, scope, query, { by, most: SINGLE }) : undefined

  const others = drawn.lanes.findIndex(({ key }) => key === undefined)
  const places = new Map(drawn.lanes.map(({ key }, place) => [key, place]))
  const placeOf = (key: string) => places.get(key) ?? (others < 0 ? undefined : others)
  const lanes = drawn.lanes.map((lane) => ({ ...lane, by, events: [] as Event[] }))
  for (const { lane, event } of single?.events ?? []) lanes[placeOf(lane) ?? -1]?.events.push(event)
  return {
    ...{ range, intervalSeconds: drawn.intervalSeconds, isSingle, lanes, total: drawn.total },
    marks: found.marks.map((mark) => ({ ...mark, place: placeOf(mark.lane) })),
    moreMarks: found.truncated,
    gaps: gapsOf(activity, range, now),
    stats: sumStats([drawn.stats, found.stats, activity.stats, ...(single ? [single.stats] : [])]),
  }
}

/** Silence in the range, by time. */
function gapsOf(
  { sources, from, secondsPerStretch }: Awaited<ReturnType<typeof sourceActivity>>,
  range: TimeSpan,
  now: bigint,
): SourceGap[] {
  const width = BigInt(secondsPerStretch) * 1_000_000_000n
  const last = now < range.to ? now : range.to
  const end = Number((last - from) / width)
  const gaps = sources.flatMap(({ tenantId, sourceId, busy }) =>
    findGaps(
      busy.filter((stretch) => stretch < end),
      end,
    ).map((gap) => {
      const begin = from + BigInt(gap.from) * width
      return {
        ...{ tenantId, sourceId, to: from + BigInt(gap.to) * width },
        from: begin < range.from ? range.from : begin,
      }
    }),
  )
  return gaps.filter((gap) => gap.to > range.from).sort((a, b) => (a.from < b.from ? -1 : 1))
}
