import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

interface Gate {
  /** The address of the engine, by way of the gate. */
  url: string
  open(): void
  /** Cuts what goes through, too. */
  shut(): void
  close(): void
}

/** A way to an engine that is shut until opened: the engine seems to be away. */
export async function openGate(engineUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(engineUrl)
  let isShut = true
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (isShut) {
      socket.destroy()
      return
    }
    sockets.add(socket)
    const upstream = connect(Number(port), hostname)
    upstream.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      upstream.destroy()
    })
    upstream.pipe(socket).pipe(upstream)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(engineUrl)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    open() {
      isShut = false
    },
    shut() {
      isShut = true
      for (const socket of sockets) socket.destroy()
    },
    close() {
      server.close()
    },
  }
}
