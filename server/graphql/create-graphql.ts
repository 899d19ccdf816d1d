import { AsyncLocalStorage } from 'node:async_hooks'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { Log } from '#core/log'
import { type ContextDeps, createContextFactory } from './create-context.ts'
import { createSchema } from './create-schema.ts'
import type { GraphqlContext, ReadSession } from './graphql-context.ts'
import { limitRules, parseOptions } from './limits.ts'
import { serveSubscriptions } from './live/serve-subscriptions.ts'
import { createErrorMapper } from './map-error.ts'
import { refuseStrangers, unauthenticated } from './refuse-strangers.ts'
import { tellStats } from './tell-stats.ts'

const LARGEST_REQUEST = 256 * 1024

export interface GraphqlDeps extends ContextDeps {
  sessionOf: ReadSession
  /** Whose pages may subscribe with their visitor's cookie. */
  trustedOrigins: readonly string[]
  log: Log
}

/** Serves GraphQL over HTTP and, for subscriptions, WebSocket on `/graphql`. */
export async function createGraphql(app: FastifyInstance, deps: GraphqlDeps): Promise<void> {
  const { sessionOf, log, signals, trustedOrigins } = deps
  const schema = createSchema()
  const createContext = createContextFactory(deps)
  const mapError = createErrorMapper(log)
  /** Apollo formats errors without saying of which request. */
  const requestIds = new AsyncLocalStorage<string>()

  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    logger: log,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions,
    validationRules: limitRules,
    formatError: (_, error) => mapError(error, requestIds.getStore() ?? 'none'),
    plugins: [
      refuseStrangers,
      tellStats,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
  await apollo.start()

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const left = new AbortController()
      reply.raw.once('close', () => reply.raw.writableFinished || left.abort())
      const session = await sessionOf(request.headers)
      if (!session && request.headers.authorization !== undefined)
        throw unauthenticated('This token is not, or no longer, valid')
      return createContext(request.id, () => session, left.signal)
    },
  })
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: LARGEST_REQUEST,
    handler: (request, reply) => requestIds.run(request.id, () => handle.call(app, request, reply)),
  })

  const sayGoodbye = serveSubscriptions(app.server, {
    ...{ schema, sessionOf, mapError, signals, trustedOrigins, log },
    contextOf: createContext,
  })
  app.addHook('preClose', sayGoodbye)
  app.addHook('onClose', () => apollo.stop())
}
