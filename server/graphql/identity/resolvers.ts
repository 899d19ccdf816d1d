import type { Resolvers } from '../generated/resolvers.ts'

export const identityResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { session }) => session,
  },
  Viewer: {
    apiToken: ({ apiToken }) => apiToken?.name,
    manyTenants: ({ memberships }) => memberships.length > 1,
    tenants: ({ memberships }) => [...memberships],
  },
}
