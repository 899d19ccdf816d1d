import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { TimelineEventFragmentDoc, type TimelineLaneKind } from '../../graphql/generated/graphql.ts'
import type { Lane, Picture, Thing } from './lane.ts'

type AnsweredLane = Picture['lanes'][number]

/** The answer's lanes with numbers for texts: what is drawn, walked and told. */
export function lanesOf(picture: Picture, by: TimelineLaneKind): Lane[] {
  return picture.lanes.map((lane) => ({
    key: [lane.tenant?.id, lane.site, lane.name ?? '\0others'].join('\0'),
    name: nameOf(lane, by),
    value: lane.name ?? undefined,
    site: lane.site ?? '',
    tenant: lane.tenant ?? undefined,
    count: Number(lane.count),
    severity: lane.severity,
    suspected: Number(lane.suspected),
    things: picture.detail === 'events' ? eventsOf(lane) : bucketsOf(lane),
  }))
}

function nameOf({ name, source, tenant }: AnsweredLane, by: TimelineLaneKind): string {
  if (name === null) return 'all others'
  if (by === 'tenant') return tenant?.name ?? name
  return source?.name ?? (name === '' ? `no ${by}` : name)
}

function eventsOf(lane: AnsweredLane): Thing[] {
  return lane.events.map((masked) => {
    const event = readFragment(TimelineEventFragmentDoc, masked)
    const at = Date.parse(event.time)
    return { from: at, to: at, count: 1, severity: event.severity, suspected: 0, event }
  })
}

function bucketsOf(lane: AnsweredLane): Thing[] {
  return lane.buckets.map(({ from, to, count, severity, suspected }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    count: Number(count),
    severity,
    suspected: Number(suspected),
  }))
}
