import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import type { CollectMetrics } from '../create-collect-metrics.ts'
import { trimEnd } from './create-frame-reader.ts'
import type { RecordBuffer } from './create-record-buffer.ts'
import type { SyslogDoor } from './open-tcp-door.ts'

/** Asked of the kernel, which may give less: what arrives while we are busy. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024

interface DoorOptions {
  host: string
  port: number
  buffer: RecordBuffer
  metrics: CollectMetrics
}

/** One datagram, one message. @throws Error with `code` when the port cannot be had */
export async function openUdpDoor({ host, port, buffer, metrics }: DoorOptions): Promise<SyslogDoor> {
  const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES })
  socket.on('message', (message) => {
    const record = trimEnd(message)
    if (record.length === 0) return
    if (buffer.isFull()) metrics.lost('syslog_udp', 'overflow', 1)
    else buffer.push(record)
  })
  socket.bind(port, host)
  await once(socket, 'listening')
  // A datagram that could not be received is one of those UDP loses.
  socket.on('error', () => undefined)
  return {
    async close() {
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
}
