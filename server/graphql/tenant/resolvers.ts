import type { Resolvers } from '../generated/resolvers.ts'
import { encodeGlobalId } from '../global-id.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { requireSession } from '../require-session.ts'
import { withUserErrors } from '../with-user-errors.ts'

export const tenantResolvers: Resolvers = {
  Query: {
    tenants: (_, __, context) => {
      requireSession(context)
      return [...context.tenants.mine()]
    },
    tenant: (_, { slug }, context) => {
      requireSession(context)
      return context.tenants.bySlug(slug)
    },
  },
  Mutation: {
    createIngestToken: (_, { input }, context) => {
      requireSession(context)
      const { tenant, source, name } = input
      const { site, format } = input
      return withUserErrors(() =>
        context.tenants.createIngestToken({
          ...{ tenant, source, name },
          site: site ?? undefined,
          format: format ?? undefined,
        }),
      )
    },
    changeTenant: (_, { input }, context) => {
      requireSession(context)
      return withUserErrors(() => context.tenants.changeTenant(input), ['input'])
    },
    changeSource: (_, { input }, context) => {
      requireSession(context)
      return withUserErrors(() => context.tenants.changeSource(input), ['input'])
    },
    revokeIngestToken: (_, { input }, context) => {
      requireSession(context)
      return withUserErrors(() => context.tenants.revokeIngestToken(input.id), ['input', 'id'])
    },
  },
  Tenant: {
    id: ({ tenantId }) => encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId }),
    uuid: ({ tenantId }) => tenantId,
    openAlerts: ({ tenantId }, _, { alerts }) => alerts.openCounts(tenantId),
    retentionDays: ({ tenantId }, _, { tenants }) => tenants.retentionDays(tenantId),
    sources: async ({ tenantId }, _, { tenants }) => [...(await tenants.sources(tenantId))],
    ingestTokens: async ({ tenantId }, _, { tenants }) => [...(await tenants.ingestTokens(tenantId))],
  },
  Source: {
    id: ({ tenantId, sourceId }) => encodeGlobalId({ type: 'Source', tenantId, id: sourceId }),
    uuid: ({ sourceId }) => sourceId,
    name: ({ sourceName }) => sourceName,
    zone: ({ settings }) => settings.zone,
    year: ({ settings }) => settings.year,
    defaults: ({ settings }) => settings.defaults ?? {},
  },
  IngestToken: {
    id: ({ tenantId, tokenId }) => encodeGlobalId({ type: 'IngestToken', tenantId, id: tokenId }),
    source: async ({ tenantId, sourceId }, _, { tenants }) => {
      const source = await tenants.source({ tenantId, id: sourceId })
      if (!source) throw new Error('A token without its source')
      return source
    },
    createdAt: ({ createdAt }) => nanoseconds(createdAt),
    lastUsedAt: ({ lastUsedAt }) => lastUsedAt && nanoseconds(lastUsedAt),
    revokedAt: ({ revokedAt }) => revokedAt && nanoseconds(revokedAt),
  },
}
