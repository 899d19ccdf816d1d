import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import { WebSocketServer } from 'ws'
import type { Signals } from '#core/signals/signals'
import type { Session } from '../../identity/session.ts'
import { createProtocol, type ProtocolDeps } from './create-protocol.ts'
import { createLiveConnections } from './live-connection.ts'
import { serveSocket } from './serve-socket.ts'

const PATH = '/graphql'
const LARGEST_MESSAGE = 64 * 1024
const MOST_CONNECTIONS = 2_000
/** Signals may be missed and sessions expire: whoever speaks is asked at least this often. */
const RECHECK_MS = 60_000
const GOING_AWAY = 1001
const GOODBYE_MS = 1_000

export interface SubscriptionDeps extends Omit<ProtocolDeps, 'connections'> {
  signals: Signals
}

/** Serves graphql-transport-ws on the path of the queries. @returns a function that says goodbye to all clients */
export function serveSubscriptions(http: Server, deps: SubscriptionDeps): () => Promise<void> {
  const { signals, sessionOf, log } = deps
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, handleProtocols })
  const connections = createLiveConnections(sessionOf)
  const protocol = createProtocol({ ...deps, connections })

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url?.split('?', 1)[0]
    const full = sockets.clients.size >= MOST_CONNECTIONS
    const refusal = path !== PATH ? '404 Not Found' : full ? '503 Service Unavailable' : ''
    socket.on('error', () => socket.destroy())
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`)
    sockets.handleUpgrade(request, socket, head, (opened) =>
      serveSocket(protocol, { socket: opened, request }, log),
    )
  }

  function recheck(which: (session: Session) => boolean): void {
    connections
      .recheck(which)
      .catch((error: unknown) => log.warn({ err: error }, 'cannot tell who is connected'))
  }

  const stops = [
    signals.subscribe('sessionRevoked', ({ userId }) => recheck((session) => session.userId === userId)),
    signals.subscribe('tokenRevoked', ({ tokenId }) =>
      recheck((session) => session.apiToken?.tokenId === tokenId),
    ),
  ]
  const timer = setInterval(() => recheck(() => true), RECHECK_MS)
  http.on('upgrade', upgrade)

  return async () => {
    http.off('upgrade', upgrade)
    clearInterval(timer)
    for (const stop of stops) stop()
    const leaving = [...sockets.clients].map(async (client) => {
      client.close(GOING_AWAY, 'Going away')
      await once(client, 'close', { signal: AbortSignal.timeout(GOODBYE_MS) }).catch(() => client.terminate())
    })
    await Promise.all(leaving)
  }
}
