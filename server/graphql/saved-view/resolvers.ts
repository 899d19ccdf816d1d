import { actorOf } from '../actor-of.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { encodeGlobalId } from '../global-id.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'

export const savedViewResolvers: Resolvers = {
  Query: {
    savedViews: (_, { tenants, kind }, context) => {
      requireSession(context)
      return context.savedViews.list(context.tenants.scopeOf(tenants), kind)
    },
  },
  Mutation: {
    saveView: (_, { input: { tenant, kind, name, address, places, isShared } }, context) => {
      actorOf(context)
      return withUserErrors(async () => {
        const [tenantId = ''] = context.tenants.scopeOf([tenant]).tenantIds
        const content = { name, address, places: places ?? [], shared: isShared ?? false }
        return context.savedViews.save({ tenantId, kind, ...content })
      }, ['input'])
    },
    changeSavedView: (_, { input: { id, version, name, address, places, isShared } }, context) => {
      actorOf(context)
      const content = {
        ...(name !== null && name !== undefined && { name }),
        ...(address !== null && address !== undefined && { address }),
        ...(places && { places }),
        ...(isShared !== null && isShared !== undefined && { shared: isShared }),
      }
      return withUserErrors(() => context.savedViews.change({ id, version, content }), ['input'])
    },
    forgetView: (_, { input: { id } }, context) => {
      actorOf(context)
      return withUserErrors(() => context.savedViews.forget(id), ['input', 'id'])
    },
  },
  SavedView: {
    id: ({ tenantId, viewId }) => encodeGlobalId({ type: 'SavedView', tenantId, id: viewId }),
    tenant: tenantOf,
    places: async (view, _, { savedViews }) => [...(await savedViews.placesOf(view))],
    isShared: ({ shared }) => shared,
    savedAt: ({ savedAt }) => nanoseconds(savedAt),
    savedBy: ({ savedBy }, _, { alerts }) => alerts.person(savedBy),
    isMine: (view, _, { savedViews }) => savedViews.isMine(view),
    canChange: (view, _, { savedViews }) => savedViews.canChange(view),
  },
}
