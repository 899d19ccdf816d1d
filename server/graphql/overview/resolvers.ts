import { UserError } from '#core/errors'
import type { TimeSpan } from '#core/store/event-query'
import { sqlTime } from '#core/store/sql-time'
import type { Resolvers } from '../generated/resolvers.ts'
import { pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { toAlertFilter } from '../to-alert-filter.ts'

const MOST_BUCKETS = 500

/** Times that columns cannot hold would make a grid without end. */
function spanOf({ from, to }: TimeSpan): TimeSpan {
  if (from >= to) throw new UserError('BAD_USER_INPUT', 'range: from must be before to')
  return { from: sqlTime(from), to: sqlTime(to) }
}

export const overviewResolvers: Resolvers = {
  Query: {
    activityByTenant: (_, { tenants }, context) => {
      requireSession(context)
      const scope = context.tenants.scopeOf(tenants)
      return context.overview.activity(scope, Date.now())
    },
    alertHistogram: (_, { tenants, range, filter, buckets }, context) => {
      requireSession(context)
      const count = buckets ?? 60
      if (count < 1 || count > MOST_BUCKETS)
        throw new UserError('BAD_USER_INPUT', `buckets must be from 1 to ${MOST_BUCKETS}`)
      const narrowed = { ...toAlertFilter(filter, context), range: range ? spanOf(range) : undefined }
      return context.overview.alertHistogram(context.tenants.scopeOf(tenants), narrowed, count)
    },
    topRules: (_, { tenants, range, first }, context) => {
      requireSession(context)
      const page = pageOf({ first }, 10)
      return context.overview.topRules(context.tenants.scopeOf(tenants), spanOf(range), page.first)
    },
  },
  TenantActivity: { tenant: tenantOf },
  SourceActivity: { search: ({ source }) => `nightjar.source:${source.sourceId}` },
}
