import { Counter, Gauge, type Registry } from 'prom-client'
import type { Event } from '#core/event/event'
import { PROBLEM } from '#core/event/problem'
import type { Batch } from './run-pipeline.ts'

export interface IngestMetrics {
  /** A payload is stored. */
  stored(batch: Batch, now: number): void
  deadLetter(): void
}

const RAW = 'raw@1'

export function createIngestMetrics(registry: Registry): IngestMetrics {
  const registers = [registry]
  const events = new Counter({
    name: 'nightjar_ingest_events_total',
    help: 'Events stored',
    registers,
  })
  const detections = new Counter({
    name: 'nightjar_ingest_detections_total',
    help: 'Detections stored',
    registers,
  })
  const raw = new Counter({
    name: 'nightjar_ingest_raw_events_total',
    help: 'Events that no parser could read',
    labelNames: ['tenant'],
    registers,
  })
  const problems = new Counter({
    name: 'nightjar_ingest_problem_events_total',
    help: 'Events with something odd about them, by the words of nightjar.problem',
    labelNames: ['tenant', 'problem'],
    registers,
  })
  const stopped = new Counter({
    name: 'nightjar_ingest_stopped_records_total',
    help: 'Records that a step dropped, or that broke a step and were stored as they came',
    labelNames: ['kind', 'reason'],
    registers,
  })
  const deadLetters = new Counter({
    name: 'nightjar_dead_letters_total',
    help: 'Jobs given up, payloads among them; they are kept',
    registers,
  })
  const lag = new Gauge({
    name: 'nightjar_ingest_lag_seconds',
    help: 'From the door to the store, newest record of the payload stored last',
    registers,
  })
  return {
    stored(batch, now) {
      events.inc(batch.events.length)
      detections.inc(batch.detections.length)
      for (const [tenant, count] of unreadByTenant(batch.events)) raw.inc({ tenant }, count)
      for (const { tenantId, fields } of batch.events) {
        const found = fields[PROBLEM]
        if (typeof found !== 'object') continue
        for (const problem of found) problems.inc({ tenant: tenantId, problem: String(problem) })
      }
      for (const [reason, count] of batch.dropped) stopped.inc({ kind: 'drop', reason }, count)
      // The reason is the message of an exception and may hold parts of a line: no label.
      for (const count of batch.dead.values()) stopped.inc({ kind: 'dead', reason: 'exception' }, count)
      const newest = batch.events.reduce((latest, event) => Math.max(latest, event.received), 0)
      if (newest > 0) lag.set((now - newest) / 1000)
    },
    deadLetter: () => deadLetters.inc(),
  }
}

function unreadByTenant(events: readonly Event[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { parser, tenantId } of events)
    if (parser === RAW) counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1)
  return counts
}
