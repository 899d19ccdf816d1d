import { UserError } from '#core/errors'
import type { TimeSpan } from '#core/store/event-query'
import type { Resolvers, TimelineSeed } from '../generated/resolvers.ts'
import { decodeGlobalId } from '../global-id.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import type { ProcessNodeParent, TimelineLaneParent, TimelineService } from './timeline-service.ts'

const MOST_LANES = 50
const MOST_PIXELS = 10_000
const MOST_UP = 20
const MOST_DOWN = 3

function between(name: string, number: number, low: number, high: number): number {
  if (number < low || number > high)
    throw new UserError('BAD_USER_INPUT', `${name} must be from ${low} to ${high}`)
  return number
}

function rangeOf(range: TimeSpan | null | undefined): TimeSpan | undefined {
  if (range && range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'range: from must be before to')
  return range ?? undefined
}

/** @returns undefined for what is no id of an alert */
function seedOf({
  alert,
  entity,
  search,
}: TimelineSeed): Parameters<TimelineService['timeline']>[1] | undefined {
  const given = [alert, entity, search].filter((one) => one !== null && one !== undefined)
  if (given.length !== 1) throw new UserError('BAD_USER_INPUT', 'seed is one of alert, entity and search')
  if (entity) return { entity }
  if (search !== null && search !== undefined) return { search }
  const decoded = decodeGlobalId(alert ?? '')
  return decoded?.type === 'Alert' ? { alertId: decoded } : undefined
}

const sum = ({ buckets }: TimelineLaneParent, of: 'count' | 'suspected') =>
  buckets.reduce((all, bucket) => all + bucket[of], 0n)

/** Of the process asked about the event given, where none tells of its start. */
async function startOf({ process, level, tenantId, seed }: ProcessNodeParent, { events }: GraphqlContext) {
  const [start] = process.starts
  if (start) return events.byId({ tenantId, id: start.eventId, time: start.time })
  return level === 0 ? seed : undefined
}

export const timelineResolvers: Resolvers = {
  Query: {
    timeline: (_, { tenants, seed, range, lanes, first, pixels }, context) => {
      requireSession(context)
      const scope = context.tenants.scopeOf(tenants)
      const asked = seedOf(seed)
      const wish = {
        ...{ by: lanes ?? 'host', now: nanoseconds(Date.now()) },
        lanes: between('first', first ?? 20, 1, MOST_LANES),
        pixels: between('pixels', pixels ?? 1_200, 1, MOST_PIXELS),
      }
      return asked && context.timelines.timeline(scope, asked, rangeOf(range), wish)
    },
    relatedEvents: (_, { alert, range, first }, context) => {
      requireSession(context)
      const page = pageOf({ first })
      const decoded = decodeGlobalId(alert)
      if (decoded?.type !== 'Alert') return undefined
      return context.timelines.related(decoded, rangeOf(range), page.first)
    },
    processTree: (_, { event, up, down, first }, context) => {
      requireSession(context)
      const bounds = {
        up: between('up', up ?? MOST_UP, 0, MOST_UP),
        down: between('down', down ?? MOST_DOWN, 0, MOST_DOWN),
        most: pageOf({ first }, 500).first,
      }
      const decoded = decodeGlobalId(event)
      return decoded?.type === 'Event' ? context.timelines.processTree(decoded, bounds) : undefined
    },
  },
  Timeline: {
    from: ({ range }) => range.from,
    to: ({ range }) => range.to,
    interval: ({ intervalSeconds }) => intervalSeconds,
    detail: ({ isSingle }) => (isSingle ? 'events' : 'buckets'),
  },
  TimelineLane: {
    name: ({ key, name }) => (key === undefined ? null : name),
    tenant: ({ key, by, tenantId }, _, { tenants }) =>
      key === undefined || by === 'category' ? null : tenants.byId(tenantId),
    site: ({ key, by, site }) => (key !== undefined && by === 'host' ? site : null),
    source: ({ key, by, name, tenantId }, _, { tenants }) =>
      key !== undefined && by === 'source' ? tenants.source({ tenantId, id: name }) : null,
    count: (lane) => sum(lane, 'count'),
    suspected: (lane) => sum(lane, 'suspected'),
    severity: ({ buckets }) => buckets.reduce((worst, { severity }) => Math.max(worst, severity), 0),
  },
  TimelineMark: {
    lane: ({ place }) => place,
    tenant: tenantOf,
    event: ({ tenantId, firstEventId, from }, _, { events }) =>
      events.byId({ tenantId, id: firstEventId, time: from }),
    alert: (mark, _, { alerts }) => alerts.ofFinding(mark),
  },
  TimelineGap: {
    tenant: tenantOf,
    source: ({ tenantId, sourceId }, _, { tenants }) => tenants.source({ tenantId, id: sourceId }),
  },
  ProcessNode: {
    pid: ({ process }) => process.pid,
    entityId: ({ process }) => process.entityId,
    executable: ({ process }) => process.executable || null,
    started: ({ process }) => process.starts[0]?.time,
    ended: ({ process }) => process.ended,
    commandLine: async (node, _, context) => {
      const event = await startOf(node, context)
      return event && context.timelines.commandLine(event)
    },
    event: (node, _, context) => startOf(node, context),
  },
}
