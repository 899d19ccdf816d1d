import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { CollectMetrics } from '../create-collect-metrics.ts'
import { createFrameReader } from './create-frame-reader.ts'
import type { RecordBuffer } from './create-record-buffer.ts'

const IDLE_MS = 15 * 60_000
const MAX_CONNECTIONS = 512

interface DoorOptions {
  host: string
  port: number
  buffer: RecordBuffer
  metrics: CollectMetrics
}

/** An open syslog door. */
export interface SyslogDoor {
  close(): Promise<void>
}

/** @throws Error with `code` when the port cannot be had */
export async function openTcpDoor({ host, port, buffer, metrics }: DoorOptions): Promise<SyslogDoor> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    metrics.connections(1)
    socket.once('close', () => {
      sockets.delete(socket)
      metrics.connections(-1)
    })
    serve(socket, buffer, metrics)
  })
  server.maxConnections = MAX_CONNECTIONS
  server.listen({ host, port })
  await once(server, 'listening')
  return {
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function serve(socket: Socket, buffer: RecordBuffer, metrics: CollectMetrics): void {
  const frames = createFrameReader({ record: (bytes) => buffer.push(bytes), split: metrics.split })
  let paused = false
  socket.on('data', (chunk) => {
    frames.push(chunk)
    if (paused || !buffer.isFull()) return
    paused = true
    socket.pause()
    buffer.whenRoom(() => {
      paused = false
      socket.resume()
    })
  })
  socket.setTimeout(IDLE_MS, () => {
    // A sender that we keep waiting is not idle.
    if (!paused) socket.destroy()
  })
  // A reset connection is an ended one.
  socket.on('error', () => undefined)
  socket.once('close', () => frames.end())
}
