import { Counter, Gauge, type Registry } from 'prom-client'
import type { RejectReason } from './reject.ts'

type Door = 'http' | 'syslog_tcp' | 'syslog_udp'

export interface CollectMetrics {
  accepted(door: Door, records: readonly Buffer[]): void
  /** A request turned away. */
  rejected(door: Door, reason: RejectReason): void
  /** Records that could not be kept: no shipper was told. */
  lost(door: Door, reason: 'overflow' | 'shutdown', records: number): void
  /** A record longer than a syslog frame may be, cut into several. */
  split(): void
  connections(change: 1 | -1): void
}

export function createCollectMetrics(registry: Registry): CollectMetrics {
  const registers = [registry]
  const records = new Counter({
    name: 'nightjar_collect_records_total',
    help: 'Records accepted at the doors',
    labelNames: ['door'],
    registers,
  })
  const bytes = new Counter({
    name: 'nightjar_collect_bytes_total',
    help: 'Bytes of records accepted at the doors, after decompression',
    labelNames: ['door'],
    registers,
  })
  const rejects = new Counter({
    name: 'nightjar_collect_rejects_total',
    help: 'Requests turned away',
    labelNames: ['door', 'reason'],
    registers,
  })
  const lost = new Counter({
    name: 'nightjar_collect_lost_total',
    help: 'Syslog records dropped because nothing could take them',
    labelNames: ['door', 'reason'],
    registers,
  })
  const splits = new Counter({
    name: 'nightjar_collect_split_total',
    help: 'Syslog frames longer than allowed, cut into several records',
    registers,
  })
  const connections = new Gauge({
    name: 'nightjar_collect_syslog_connections',
    help: 'Open syslog TCP connections',
    registers,
  })
  return {
    accepted(door, accepted) {
      let size = 0
      for (const record of accepted) size += record.length
      records.inc({ door }, accepted.length)
      bytes.inc({ door }, size)
    },
    rejected: (door, reason) => rejects.inc({ door, reason }),
    lost: (door, reason, count) => lost.inc({ door, reason }, count),
    split: () => splits.inc(),
    connections: (change) => connections.inc(change),
  }
}
