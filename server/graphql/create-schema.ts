import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { alertResolvers } from './alert/resolvers.ts'
import { annotationResolvers } from './annotation/resolvers.ts'
import { baseResolvers } from './base-resolvers.ts'
import { eventResolvers } from './event/resolvers.ts'
import { fileResolvers } from './file/resolvers.ts'
import { graphResolvers } from './graph/resolvers.ts'
import { identityResolvers } from './identity/resolvers.ts'
import { overviewResolvers } from './overview/resolvers.ts'
import { parserResolvers } from './parser/resolvers.ts'
import { savedSearchResolvers } from './saved-search/resolvers.ts'
import { savedViewResolvers } from './saved-view/resolvers.ts'
import { tenantResolvers } from './tenant/resolvers.ts'
import { timelineResolvers } from './timeline/resolvers.ts'
import { whyResolvers } from './why/resolvers.ts'

/** The committed contract, executable. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(new URL('./generated/schema.graphql', import.meta.url), 'utf8'),
    resolvers: [
      baseResolvers,
      identityResolvers,
      tenantResolvers,
      parserResolvers,
      savedSearchResolvers,
      savedViewResolvers,
      eventResolvers,
      fileResolvers,
      annotationResolvers,
      alertResolvers,
      timelineResolvers,
      graphResolvers,
      overviewResolvers,
      whyResolvers,
    ],
    resolverValidationOptions: { requireResolversForArgs: 'error', requireResolversToMatchSchema: 'error' },
  })
}
