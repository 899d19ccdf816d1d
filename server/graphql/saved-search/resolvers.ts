import { actorOf } from '../actor-of.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { encodeGlobalId } from '../global-id.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'

export const savedSearchResolvers: Resolvers = {
  Query: {
    savedSearches: (_, { tenants }, context) => {
      requireSession(context)
      return context.savedSearches.list(context.tenants.scopeOf(tenants))
    },
  },
  Mutation: {
    saveSearch: (_, { input }, context) => {
      const by = actorOf(context)
      const { tenant, columns, ...search } = input
      return withUserErrors(async () => {
        const [tenantId = ''] = context.tenants.scopeOf([tenant]).tenantIds
        return context.savedSearches.save({ ...search, columns: columns ?? [], tenantId, by })
      }, ['input'])
    },
    forgetSearch: (_, { input: { id } }, context) => {
      requireSession(context)
      return withUserErrors(() => context.savedSearches.forget(id), ['input', 'id'])
    },
  },
  SavedSearch: {
    id: ({ tenantId, searchId }) => encodeGlobalId({ type: 'SavedSearch', tenantId, id: searchId }),
    tenant: tenantOf,
    columns: ({ columns }) => [...columns],
    savedAt: ({ savedAt }) => nanoseconds(savedAt),
    savedBy: ({ savedBy }, _, { alerts }) => alerts.person(savedBy),
  },
}
