import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import { UserError } from '#core/errors'
import type { FieldValue } from '#core/event/event'
import { printTime } from '#core/event/print-time'
import { completeSearch } from '#core/search/complete-search'
import type { ColumnType } from '#core/search/pipe-source'
import type { Cell } from '#core/store/queries/analyse-events'
import { toAnalysis } from '../../questions/to-analysis.ts'
import { toEventQuery } from '../../questions/to-event-query.ts'
import { toExplanation } from '../../questions/to-explanation.ts'
import { actorOf } from '../actor-of.ts'
import { createCoalescingStream } from '../create-coalescing-stream.ts'
import type { EventOutcome, Resolvers, SubscriptionEventsArrivingArgs } from '../generated/resolvers.ts'
import { decodeGlobalId, encodeGlobalId } from '../global-id.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { cursorOf, pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'
import { createArrivals } from './create-arrivals.ts'
import type { EventParent } from './event-service.ts'
import { pickFields } from './pick-fields.ts'
import { textsOf } from './texts-of.ts'
import { wantedParts } from './wanted-parts.ts'

const LOOK_EVERY_MS = 1_000
/** A log line may claim any time: live is what arrives. */
const ANY_TIME = { from: -(2n ** 63n), to: 2n ** 63n - 1n }
const LONGEST_TYPED = 4_096
const MOST_BUCKETS = 500
const MOST_SERIES = 50
const MOST_AROUND = 200
const MOST_STATS_ROWS = 10_000
const OUTCOMES: readonly EventOutcome[] = ['success', 'failure', 'unknown']

const cursor = ({ time, eventId }: EventParent) => cursorOf({ time, id: eventId })

function text(value: FieldValue | undefined): string | undefined {
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function severity(value: FieldValue | undefined): number {
  const number = Math.round(Number(value ?? 0))
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), 100) : 0
}

function sideOf(wanted: number | null | undefined): number {
  const count = wanted ?? 10
  if (count < 0 || count > MOST_AROUND)
    throw new UserError('BAD_USER_INPUT', `before and after must be from 0 to ${MOST_AROUND}`)
  return count
}

function printCell(type: ColumnType | undefined, cell: Cell | undefined): unknown {
  if (type === 'time' && typeof cell === 'bigint') return printTime(cell)
  return typeof cell === 'bigint' ? String(cell) : (cell ?? null)
}

export const eventResolvers: Resolvers = {
  Query: {
    events: (_, { tenants, filter, order, ...page }, context, info) => {
      requireSession(context)
      return context.events.list(
        context.tenants.scopeOf(tenants),
        toEventQuery(filter, context.logSources),
        { ...pageOf(page), oldestFirst: order === 'oldest_first' },
        wantedParts(info),
      )
    },
    eventHistogram: async (_, { tenants, filter, buckets, by, limit }, context) => {
      requireSession(context)
      const count = buckets ?? 60
      if (count < 1 || count > MOST_BUCKETS)
        throw new UserError('BAD_USER_INPUT', `buckets must be from 1 to ${MOST_BUCKETS}`)
      const most = limit ?? 10
      if (most < 1 || most > MOST_SERIES)
        throw new UserError('BAD_USER_INPUT', `limit must be from 1 to ${MOST_SERIES}`)
      if (by === '') throw new UserError('BAD_USER_INPUT', 'by must name a field')
      const scope = context.tenants.scopeOf(tenants)
      const { intervalSeconds, ...histogram } = await context.events.histogram(
        scope,
        toEventQuery(filter, context.logSources),
        { buckets: count, by: by ?? undefined, most },
      )
      const width = BigInt(intervalSeconds) * 1_000_000_000n
      const filled = histogram.buckets.map((bucket) => ({ ...bucket, to: bucket.from + width }))
      return { ...histogram, interval: intervalSeconds, buckets: filled }
    },
    fieldValues: (_, { tenants, filter, field, first }, context) => {
      requireSession(context)
      const page = pageOf({ first }, 10)
      return context.events.values(
        context.tenants.scopeOf(tenants),
        toEventQuery(filter, context.logSources),
        field,
        page.first,
      )
    },
    eventFacets: (_, { tenants, filter, fields, first }, context) => {
      requireSession(context)
      const page = pageOf({ first }, 5)
      return context.events.facets(
        context.tenants.scopeOf(tenants),
        toEventQuery(filter, context.logSources),
        fields,
        page.first,
      )
    },
    patterns: (_, { tenants, filter, first }, context) => {
      requireSession(context)
      const page = pageOf({ first })
      return context.events.patterns(
        context.tenants.scopeOf(tenants),
        toEventQuery(filter, context.logSources),
        page.first,
      )
    },
    hitsByTenant: (_, { tenants, filter, first }, context) => {
      requireSession(context)
      const page = pageOf({ first }, 5)
      const scope = context.tenants.scopeOf(tenants)
      return context.events.hits(scope, toEventQuery(filter, context.logSources), page.first)
    },
    stats: (_, { tenants, filter, first }, context) => {
      requireSession(context)
      const { query, pipes } = toAnalysis(filter, context.logSources)
      const rows = first ?? 1_000
      if (rows < 1 || rows > MOST_STATS_ROWS)
        throw new UserError('BAD_USER_INPUT', `first must be from 1 to ${MOST_STATS_ROWS}`)
      return context.events.analyse(context.tenants.scopeOf(tenants), query, pipes, rows)
    },
    explainSearch: (_, { query }, context) => {
      requireSession(context)
      const { scans, reads, narrowed, slow, notes } = toExplanation(query, context.logSources)
      return { scans, reads: [...reads], narrowed: [...narrowed], slow: [...slow], notes: [...notes] }
    },
    completeSearch: (_, { text: typed, cursor: at }, context) => {
      requireSession(context)
      // YAML has a grammar of its own.
      if (looksLikeSigma(typed)) return { from: at, to: at, suggestions: [] }
      if (typed.length > LONGEST_TYPED)
        throw new UserError('BAD_USER_INPUT', 'The text is too long for a search')
      const { valuesOf, suggestions, ...stretch } = completeSearch(typed, at)
      return { ...stretch, suggestions: [...suggestions], valuesOf: valuesOf?.field }
    },
    surroundingEvents: (_, { id, before, after, same }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      if (decoded?.type !== 'Event') return null
      const around = { before: sideOf(before), after: sideOf(after), same: same ?? [] }
      return context.events.surrounding(decoded, around)
    },
    event: (_, { id }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      return decoded?.type === 'Event' ? context.events.byId(decoded) : undefined
    },
  },
  Stats: {
    columns: ({ columns }) => [...columns],
    rows: ({ columns, rows }) =>
      rows.map((row) => row.map((cell, index) => printCell(columns[index]?.type, cell))),
    interval: ({ intervalSeconds }) => intervalSeconds,
  },
  Mutation: {
    exportEvents: (_, { input }, context) => {
      const holder = actorOf(context)
      return withUserErrors(async () => {
        const scope = context.tenants.scopeOf(input.tenants)
        toEventQuery(input.filter, context.logSources)
        return context.events.keepExport({ scope, holder, input })
      }, ['input'])
    },
  },
  Subscription: {
    eventsArriving: {
      subscribe: (_, { tenants, filter }, context) => {
        requireSession(context)
        const scope = context.tenants.scopeOf(tenants)
        const left = new AbortController()
        const query = toEventQuery({ ...filter, range: ANY_TIME }, context.logSources)
        const look = createArrivals(scope, query, Date.now(), left.signal)
        const { push, stream } = createCoalescingStream<typeof look>({
          keyOf: () => 'look',
          onStop: () => {
            clearInterval(timer)
            left.abort()
          },
        })
        const timer = setInterval(() => push(look), LOOK_EVERY_MS)
        push(look)
        return stream
      },
      resolve: (
        look: ReturnType<typeof createArrivals>,
        { tenants }: Partial<SubscriptionEventsArrivingArgs>,
        context: GraphqlContext,
      ) => {
        // Asked for at the start, and still hers: rights may have gone since.
        context.tenants.scopeOf(tenants)
        return context.events.arrivals(look)
      },
    },
  },
  Event: {
    id: ({ tenantId, eventId, time }) => encodeGlobalId({ type: 'Event', tenantId, id: eventId, time }),
    tenant: tenantOf,
    received: ({ received }) => nanoseconds(received),
    source: ({ tenantId, sourceId }, _, { tenants }) => tenants.source({ tenantId, id: sourceId }),
    kind: ({ fields }) => text(fields['event.kind']),
    category: ({ fields }) => textsOf(fields['event.category']),
    type: ({ fields }) => textsOf(fields['event.type']),
    action: ({ fields }) => text(fields['event.action']),
    outcome: ({ fields }) => OUTCOMES.find((outcome) => outcome === fields['event.outcome']),
    severity: ({ fields }) => severity(fields['event.severity']),
    message: ({ fields }) => text(fields.message),
    fields: ({ fields }, { names }) => (names ? pickFields(fields, names) : fields),
    detections: (event, _, { events }) => events.detectionsOf(event),
  },
  Detection: {
    attack: ({ attack }) => [...attack],
    event: ({ tenantId, eventId, eventTime }, _, { events }) =>
      events.byId({ tenantId, id: eventId, time: eventTime }),
  },
  TenantHits: {
    tenant: tenantOf,
    firstSeen: ({ first }) => first,
    lastSeen: ({ last }) => last,
  },
  EventPattern: {
    firstSeen: ({ first }) => first,
    lastSeen: ({ last }) => last,
  },
  EventConnection: {
    edges: async ({ page }) => (await page()).events.map((node) => ({ cursor: cursor(node), node })),
    pageInfo: async ({ page, hasPreviousPage }) => {
      const { events, hasNextPage } = await page()
      const [first] = events
      const last = events.at(-1)
      return {
        ...{ hasNextPage, hasPreviousPage },
        startCursor: first && cursor(first),
        endCursor: last && cursor(last),
      }
    },
    totalCount: ({ total }) => total(),
    stats: async ({ page }) => (await page()).stats,
  },
}
