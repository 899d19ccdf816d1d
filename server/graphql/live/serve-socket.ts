import type { IncomingMessage } from 'node:http'
import type { Server } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Log } from '#core/log'

/** A client that answers no ping for so long is gone. */
const PING_MS = 12_000
/** Close code of graphql-transport-ws. */
const INTERNAL_SERVER_ERROR = 4500

export interface Upgraded {
  socket: WebSocket
  request: IncomingMessage
}

/** Lets the protocol speak over one WebSocket, until either side ends it. */
export function serveSocket<Extra extends Upgraded>(server: Server<Extra>, extra: Extra, log: Log): void {
  const { socket } = extra
  let alive = true
  const pings = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, PING_MS)

  function fail(error: unknown): void {
    log.error({ err: error }, 'WebSocket failed')
    socket.close(INTERNAL_SERVER_ERROR, 'Internal server error')
  }

  socket.on('pong', () => {
    alive = true
  })
  // What a client does wrong on the wire closes the socket by itself, with the code that says so.
  socket.on('error', (error) => log.debug({ err: error }, 'WebSocket refused'))
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve()
          socket.send(data, (error) =>
            error && socket.readyState === socket.OPEN ? reject(error) : resolve(),
          )
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => socket.on('message', (data) => void take(String(data)).catch(fail)),
    },
    extra,
  )
  socket.once('close', (code, reason) => {
    clearInterval(pings)
    closed(code, String(reason)).catch(fail)
  })
}
