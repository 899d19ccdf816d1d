import type { IncomingMessage } from 'node:http'
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { makeServer, type Server } from 'graphql-ws'
import type { Log } from '#core/log'
import type { Session } from '../../identity/session.ts'
import type { Proof } from '../../identity/session-of.ts'
import type { GraphqlContext, ReadSession } from '../graphql-context.ts'
import type { LiveConnection, LiveConnections } from './live-connection.ts'
import { readOperation } from './read-operation.ts'
import type { Upgraded } from './serve-socket.ts'
import { subscribeAfresh } from './subscribe-afresh.ts'

const MOST_SUBSCRIPTIONS = 20
/** Close code: the client tries again later. */
const TRY_AGAIN_LATER = 1013

export interface ProtocolDeps {
  schema: GraphQLSchema
  sessionOf: ReadSession
  contextOf(requestId: string, sessionNow: () => Session | undefined): GraphqlContext
  mapError(thrown: unknown, requestId: string): GraphQLFormattedError
  connections: LiveConnections
  /** A cookie counts from pages of these only. */
  trustedOrigins: readonly string[]
  log: Log
}

/** A socket, and once somebody is known on it, who. */
export interface Caller extends Upgraded {
  connection?: LiveConnection
}

/**
 * What the client shows to prove who speaks. Browsers send their cookie whoever opens the WebSocket and know no
 * preflight here, so it counts only from pages of ours. Programs send no Origin.
 */
function proofOf(
  request: IncomingMessage,
  params: Record<string, unknown> | undefined,
  trustedOrigins: readonly string[],
): Proof {
  const given = params?.authorization ?? params?.Authorization ?? request.headers.authorization
  if (typeof given === 'string') return { authorization: given }
  const { cookie, origin } = request.headers
  return origin === undefined || trustedOrigins.includes(origin) ? { cookie } : {}
}

/** graphql-transport-ws, with our rules about who may speak and what may be asked. */
export function createProtocol(deps: ProtocolDeps): Server<Caller> {
  const { schema, sessionOf, contextOf, mapError, connections, trustedOrigins, log } = deps
  const requestIdOf = (args: ExecutionArgs) => (args.contextValue as GraphqlContext).requestId

  return makeServer<Record<string, unknown>, Caller>({
    async onConnect({ connectionParams, extra }) {
      const { request, socket } = extra
      const proof = proofOf(request, connectionParams, trustedOrigins)
      try {
        const session = await sessionOf(proof)
        if (!session || socket.readyState !== socket.OPEN) return false
        extra.connection = { session, proof, close: (code, reason) => socket.close(code, reason) }
        connections.add(extra.connection)
        return true
      } catch (error) {
        log.warn({ err: error }, 'cannot tell who connects')
        socket.close(TRY_AGAIN_LATER, 'Try again later')
        return false
      }
    },
    onClose({ extra }) {
      if (extra.connection) connections.remove(extra.connection)
    },
    onSubscribe({ extra, subscriptions }, _, { query, operationName, variables }) {
      if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS)
        return [
          new GraphQLError(`At most ${MOST_SUBSCRIPTIONS} subscriptions on a connection`, {
            extensions: { code: 'RATE_LIMITED' },
          }),
        ]
      const document = readOperation(schema, query, operationName ?? undefined)
      if (Array.isArray(document)) return document
      const contextValue = contextOf(crypto.randomUUID(), () => extra.connection?.session)
      return { schema, document, operationName, variableValues: variables, contextValue } as ExecutionArgs
    },
    subscribe: (args) => subscribeAfresh(args, (args.contextValue as GraphqlContext).afresh),
    onNext(_, __, ___, args, { errors, ...rest }) {
      const mapped = errors?.map((error) => mapError(error, requestIdOf(args)))
      return { ...rest, ...(mapped && { errors: mapped }) } as FormattedExecutionResult
    },
    onError: (_, __, ___, errors) => errors.map((error) => mapError(error, crypto.randomUUID())),
  })
}
