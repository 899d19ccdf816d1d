import { UserError } from '#core/errors'
import type { AlertFacetCount } from '#core/records/alerts/count-alert-facets'
import type { SignalMap } from '#core/signals/signals'
import { actorOf } from '../actor-of.ts'
import { createCoalescingStream } from '../create-coalescing-stream.ts'
import type { AlertFacetValue, Resolvers } from '../generated/resolvers.ts'
import { decodeGlobalId, encodeGlobalId } from '../global-id.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { encodeGroupKey } from '../group-key.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { cursorOf, pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { toAlertFilter } from '../to-alert-filter.ts'
import { withUserErrors } from '../with-user-errors.ts'
import type { AlertFacetsParent, AlertParent } from './alert-service.ts'

const LARGEST_INT = 2 ** 31 - 1
const MOST_FACET_VALUES = 100

const cursor = ({ lastSeen, alertId }: AlertParent) => cursorOf({ time: lastSeen, id: alertId })

export const alertResolvers: Resolvers = {
  Query: {
    alerts: (_, { tenants, filter, ...page }, context) => {
      requireSession(context)
      return context.alerts.list(
        context.tenants.scopeOf(tenants),
        toAlertFilter(filter, context),
        pageOf(page),
      )
    },
    alert: (_, { id }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      return decoded?.type === 'Alert' ? context.alerts.byId(decoded) : undefined
    },
    alertGroups: (_, { tenants, by, filter, first }, context) => {
      requireSession(context)
      const scope = context.tenants.scopeOf(tenants)
      const page = pageOf({ first })
      return context.alerts.groups(scope, toAlertFilter(filter, context), { by, first: page.first })
    },
    alertFacets: (_, { tenants, filter, first }, context) => {
      requireSession(context)
      const values = first ?? 20
      if (values < 1 || values > MOST_FACET_VALUES)
        throw new UserError('BAD_USER_INPUT', `first must be from 1 to ${MOST_FACET_VALUES}`)
      const scope = context.tenants.scopeOf(tenants)
      return context.alerts.facets(scope, toAlertFilter(filter, context), values)
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
  AlertGroup: {
    key: ({ key }) => encodeGroupKey(key),
    ruleId: ({ key }) => (key.by === 'rule' ? key.parts?.[0] : undefined),
    ruleTitle: ({ key, title }) => (key.by === 'rule' ? title : undefined),
    tactic: ({ key }) => (key.by === 'tactic' ? key.parts?.[0] : undefined),
    tenant: ({ key: { by, parts } }, _, { tenants }) =>
      by === 'rule' || by === 'tactic' ? undefined : tenants.byId(parts?.[0] ?? ''),
    entity: ({ key: { parts } }) => {
      const [, site, kind, value] = parts ?? []
      return site === undefined || kind === undefined || value === undefined
        ? undefined
        : { site, kind, value }
    },
  },
  AlertFacets: {
    status: valuesOf('status'),
    level: valuesOf('level'),
    rules: valuesOf('rule'),
    entityKinds: valuesOf('kind'),
    tactics: valuesOf('tactic'),
    techniques: valuesOf('technique'),
    tenants: (facets, _, { tenants }) =>
      facets.flatMap(({ facet, value, alerts }) => {
        const tenant = facet === 'tenant' ? tenants.byId(value) : undefined
        return tenant ? [{ value: tenant.slug, title: tenant.name, alerts }] : []
      }),
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

function valuesOf(facet: AlertFacetCount['facet']) {
  return (facets: AlertFacetsParent): AlertFacetValue[] => facets.filter((one) => one.facet === facet)
}
