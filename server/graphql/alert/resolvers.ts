import { UserError } from '#core/errors'
import type { AlertFilter as RecordsFilter } from '#core/records/alerts/list-alerts'
import type { SignalMap } from '#core/signals/signals'
import { actorOf } from '../actor-of.ts'
import { createCoalescingStream } from '../create-coalescing-stream.ts'
import type { AlertFilter, Resolvers } from '../generated/resolvers.ts'
import { decodeGlobalId, encodeGlobalId } from '../global-id.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { cursorOf, pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'
import type { AlertParent } from './alert-service.ts'

const LARGEST_INT = 2 ** 31 - 1

const cursor = ({ lastSeen, alertId }: AlertParent) => cursorOf({ time: lastSeen, id: alertId })

function toFilter(filter: AlertFilter | null | undefined): RecordsFilter {
  const { range } = filter ?? {}
  if (range && range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'range: from must be before to')
  return {
    status: filter?.status ?? undefined,
    level: filter?.level ?? undefined,
    ruleId: filter?.ruleId ?? undefined,
    entity: filter?.entity ?? undefined,
    range: range ?? undefined,
    includeBackfill: filter?.includeBackfill ?? undefined,
  }
}

export const alertResolvers: Resolvers = {
  Query: {
    alerts: (_, { tenants, filter, ...page }, context) => {
      requireSession(context)
      return context.alerts.list(context.tenants.scopeOf(tenants), toFilter(filter), pageOf(page))
    },
    alert: (_, { id }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      return decoded?.type === 'Alert' ? context.alerts.byId(decoded) : undefined
    },
  },
  Mutation: {
    closeAlert: (_, { input }, context) => {
      const { id, reason } = input
      const by = actorOf(context)
      const { note, version } = input
      return withUserErrors(() =>
        context.alerts.close({ id, reason, by, note: note ?? undefined, version: version ?? undefined }),
      )
    },
    reopenAlert: (_, { input: { id, version } }, context) => {
      requireSession(context)
      return withUserErrors(() => context.alerts.reopen({ id, version: version ?? undefined }))
    },
  },
  Subscription: {
    alertRaised: {
      subscribe: (_, { tenants }, context) => {
        requireSession(context)
        const scope = context.tenants.scopeOf(tenants)
        const { push, stream } = createCoalescingStream<SignalMap['alertRaised']>({
          keyOf: ({ alertId }) => alertId,
          onStop: () => stop(),
        })
        const stop = context.signals.subscribe('alertRaised', (raised) => {
          const { tenantId, backfill } = raised
          // Asked for at the start, and still hers: rights may have gone since.
          if (!backfill && scope.includes(tenantId) && context.afresh().tenants.byId(tenantId)) push(raised)
        })
        return stream
      },
      resolve: async (
        { tenantId, alertId }: SignalMap['alertRaised'],
        _: unknown,
        { alerts }: GraphqlContext,
      ) => {
        const alert = await alerts.byId({ tenantId, id: alertId })
        if (!alert) throw new UserError('NOT_FOUND', 'The alert is gone')
        return alert
      },
    },
  },
  Alert: {
    id: ({ tenantId, alertId }) => encodeGlobalId({ type: 'Alert', tenantId, id: alertId }),
    tenant: tenantOf,
    attack: ({ attack }) => [...attack],
    count: ({ count }) => Math.min(count, LARGEST_INT),
    raisedAt: ({ raisedAt }) => nanoseconds(raisedAt),
    closeReason: ({ closed }) => closed?.reason,
    closeNote: ({ closed }) => closed?.note,
    closedAt: ({ closed }) => closed && nanoseconds(closed.at),
    closedBy: ({ closed }, _, { alerts }) => closed && alerts.person(closed.by),
    evidence: (alert, page, { events }) => events.evidenceOf(alert, pageOf(page)),
  },
  AlertConnection: {
    edges: async ({ page }) => (await page()).alerts.map((node) => ({ cursor: cursor(node), node })),
    pageInfo: async ({ page, hasPreviousPage }) => {
      const { alerts, hasNextPage } = await page()
      const [first] = alerts
      const last = alerts.at(-1)
      return {
        ...{ hasNextPage, hasPreviousPage },
        startCursor: first && cursor(first),
        endCursor: last && cursor(last),
      }
    },
    totalCount: ({ total }) => total(),
  },
}
