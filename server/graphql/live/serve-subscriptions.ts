import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { useServer as serveWebSockets } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Log } from '#core/log'
import type { Signals } from '#core/signals/signals'
import type { Session } from '../../identity/session.ts'
import type { Proof } from '../../identity/session-of.ts'
import type { GraphqlContext, ReadSession } from '../graphql-context.ts'
import { createLiveConnections, type LiveConnection } from './live-connection.ts'
import { readOperation } from './read-operation.ts'
import { subscribeAfresh } from './subscribe-afresh.ts'

const PATH = '/graphql'
const LARGEST_MESSAGE = 64 * 1024
const MOST_SUBSCRIPTIONS = 20
const MOST_CONNECTIONS = 2_000
/** Signals may be missed and sessions expire: whoever speaks is asked at least this often. */
const RECHECK_MS = 60_000
/** Close code: the client tries again later. */
const TRY_AGAIN_LATER = 1013

export interface SubscriptionDeps {
  schema: GraphQLSchema
  sessionOf: ReadSession
  contextOf(requestId: string, sessionNow: () => Session | undefined): GraphqlContext
  mapError(thrown: unknown, requestId: string): GraphQLFormattedError
  signals: Signals
  /** A cookie counts from pages of these only. */
  trustedOrigins: readonly string[]
  log: Log
}

type Upgraded = Record<PropertyKey, unknown> & { connection?: LiveConnection }

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

/** Serves graphql-transport-ws on the path of the queries. @returns a function that says goodbye to all clients */
export function serveSubscriptions(http: Server, deps: SubscriptionDeps): () => Promise<void> {
  const { schema, sessionOf, contextOf, mapError, signals, trustedOrigins, log } = deps
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  const connections = createLiveConnections(sessionOf)

  const disposable = serveWebSockets<Record<string, unknown>, Upgraded>(
    {
      schema,
      async onConnect({ connectionParams, extra }) {
        const connection: LiveConnection = {
          session: undefined,
          proof: proofOf(extra.request, connectionParams, trustedOrigins),
          close: (code, reason) => extra.socket.close(code, reason),
        }
        try {
          connection.session = await sessionOf(connection.proof)
        } catch (error) {
          log.warn({ err: error }, 'cannot tell who connects')
          extra.socket.close(TRY_AGAIN_LATER, 'Try again later')
        }
        if (!connection.session || extra.socket.readyState !== extra.socket.OPEN) return false
        extra.connection = connection
        connections.add(connection)
        return true
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
      onNext: (_, __, ___, args, { errors, ...rest }) => {
        const { requestId } = args.contextValue as GraphqlContext
        const mapped = errors?.map((error) => mapError(error, requestId))
        return { ...rest, ...(mapped && { errors: mapped }) } as FormattedExecutionResult
      },
      onError: (_, __, ___, errors) => errors.map((error) => mapError(error, crypto.randomUUID())),
    },
    sockets,
  )

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url?.split('?', 1)[0]
    const refusal =
      path !== PATH
        ? '404 Not Found'
        : sockets.clients.size >= MOST_CONNECTIONS
          ? '503 Service Unavailable'
          : ''
    socket.on('error', () => socket.destroy())
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`)
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
  }

  function recheck(which: (session: Session) => boolean): void {
    connections
      .recheck(which)
      .catch((error: unknown) => log.warn({ err: error }, 'cannot tell who is connected'))
  }

  const stops = [
    signals.subscribe('sessionRevoked', ({ userId }) => recheck((session) => session.userId === userId)),
    signals.subscribe('tokenRevoked', () => recheck((session) => session.apiToken !== undefined)),
  ]
  const timer = setInterval(() => recheck(() => true), RECHECK_MS).unref()
  http.on('upgrade', upgrade)

  return async () => {
    http.off('upgrade', upgrade)
    clearInterval(timer)
    for (const stop of stops) stop()
    await disposable.dispose()
  }
}
