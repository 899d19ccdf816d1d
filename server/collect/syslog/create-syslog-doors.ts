import type { Log } from '#core/log'
import type { CollectMetrics } from '../create-collect-metrics.ts'
import type { Gather } from '../create-gather.ts'
import type { SyslogSource } from '../ingest-source.ts'
import { createRecordBuffer, type RecordBuffer } from './create-record-buffer.ts'
import { openTcpDoor, type SyslogDoor } from './open-tcp-door.ts'
import { openUdpDoor } from './open-udp-door.ts'

/** A source's port, and why it is not open, if so. */
export interface SyslogPort {
  sourceId: string
  port: number
  error: string | undefined
}

export interface SyslogDoors {
  /** Opens the doors of these sources and closes all others. One that cannot be opened hinders no other. */
  sync(sources: readonly SyslogSource[]): Promise<SyslogPort[]>
  close(): Promise<void>
}

interface OpenDoors {
  /** What the doors were opened with: any change of it opens them anew. */
  key: string
  doors: SyslogDoor[]
  buffers: RecordBuffer[]
}

interface SyslogDoorsOptions {
  host: string
  /** One that insists. */
  gather: Gather
  metrics: CollectMetrics
  log: Log
}

export function createSyslogDoors({ host, gather, metrics, log }: SyslogDoorsOptions): SyslogDoors {
  const open = new Map<string, OpenDoors>()

  function bufferFor(source: SyslogSource, door: 'syslog_tcp' | 'syslog_udp'): RecordBuffer {
    const { sourceId } = source
    return createRecordBuffer({
      source,
      gather,
      accepted: (records) => metrics.accepted(door, records),
      lost: (records) => metrics.lost(door, 'shutdown', records),
      failed: (error) => log.error({ err: error, sourceId }, 'syslog records lost'),
    })
  }

  async function openSource(source: SyslogSource): Promise<void> {
    const opened: OpenDoors = { key: keyOf(source), doors: [], buffers: [] }
    const { port } = source
    try {
      const [tcp, udp] = [bufferFor(source, 'syslog_tcp'), bufferFor(source, 'syslog_udp')]
      opened.buffers.push(tcp, udp)
      opened.doors.push(await openTcpDoor({ host, port, buffer: tcp, metrics }))
      opened.doors.push(await openUdpDoor({ host, port, buffer: udp, metrics }))
      open.set(source.sourceId, opened)
    } catch (error) {
      await shut(opened)
      throw error
    }
  }

  async function closeSource(sourceId: string): Promise<void> {
    const opened = open.get(sourceId)
    open.delete(sourceId)
    if (opened) await shut(opened)
  }

  return {
    async sync(sources) {
      const wanted = new Map(sources.map((source) => [source.sourceId, keyOf(source)]))
      const gone = [...open].filter(([sourceId, { key }]) => wanted.get(sourceId) !== key)
      await Promise.all(gone.map(([sourceId]) => closeSource(sourceId)))
      return Promise.all(
        sources.map(async (source): Promise<SyslogPort> => {
          const { sourceId, port } = source
          if (open.has(sourceId)) return { sourceId, port, error: undefined }
          try {
            await openSource(source)
            return { sourceId, port, error: undefined }
          } catch (error) {
            return { sourceId, port, error: explain(error, host, port) }
          }
        }),
      )
    },
    async close() {
      await Promise.all([...open.keys()].map(closeSource))
    },
  }
}

async function shut({ doors, buffers }: OpenDoors): Promise<void> {
  await Promise.all(doors.map((door) => door.close()))
  await Promise.all(buffers.map((buffer) => buffer.close()))
}

function keyOf(source: SyslogSource): string {
  const { tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass, port } = source
  return JSON.stringify([tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass, port])
}

function explain(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program`
  if (code === 'EACCES') return `Port ${port} needs more rights than this process has: ports below 1024 do`
  return error instanceof Error ? error.message : String(error)
}
