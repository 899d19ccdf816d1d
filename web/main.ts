import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import next from 'next'
import { forwardRequest, forwardUpgrade, isForwarded } from './serve/forward.ts'
import { setServerAddress } from './serve/server-address.ts'

/** Without a byte from a visitor of our own pages. */
const LONGEST_MS = 120_000

export interface ConsoleOptions {
  host: string
  /** 0 picks a free one. */
  port: number
  /** Address of the GraphQL server, as this process reaches it: `http://127.0.0.1:4000`. */
  serverUrl: string
}

export interface RunningConsole {
  url: string
  close(): Promise<void>
}

/**
 * Serves the built console, and the server's `/graphql` and `/auth/` under the same origin.
 * Run it with `NODE_ENV=production`, in a process of its own.
 * @throws Error when the console was not built, or the port is taken
 */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const server = new URL(options.serverUrl)
  setServerAddress(server.origin)
  const app = next({ dir: import.meta.dirname, dev: false, hostname: options.host, port: options.port })
  await app.prepare()
  const render = app.getRequestHandler()
  const sockets = new Set<Duplex>()

  const http = createServer((request, response) => {
    if (isForwarded(request.url)) return forwardRequest(request, response, server)
    request.setTimeout(LONGEST_MS, () => request.destroy())
    void render(request, response)
  })
  // What is forwarded may be a large file; the server says how long it may take.
  http.requestTimeout = 0
  http.on('upgrade', (request, socket, head) => {
    if (!isForwarded(request.url)) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    forwardUpgrade(request, socket, head, server)
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, options.host, resolve)
  })
  const { port } = http.address() as AddressInfo
  const name = options.host.includes(':') ? `[${options.host}]` : options.host

  return {
    url: `http://${name}:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await app.close()
    },
  }
}
