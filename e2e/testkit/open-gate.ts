import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'

interface Gate {
  /** The address of the engine, by way of the gate. */
  url: string
  open(): void
  close(): void
}

/** A way to an engine that is shut until opened: the engine seems to be away. */
export async function openGate(engineUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(engineUrl)
  let isShut = true
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (isShut) {
      socket.destroy()
      return
    }
    const upstream = connect(Number(port), hostname)
    upstream.on('error', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
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
    close() {
      server.close()
    },
  }
}
