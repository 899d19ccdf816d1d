import type { Segment } from '#core/queues/payload'
import type { Gather } from '../create-gather.ts'
import type { IngestSource } from '../ingest-source.ts'

/** Held per source, until durable: beyond it TCP senders wait and datagrams are lost. */
const MAX_HELD_BYTES = 8 * 1024 * 1024
/** Every record costs this much beside its bytes. */
const RECORD_COST = 128
const FLUSH_MS = 20
const FLUSH_RECORDS = 2_000
const CLOSE_MS = 5_000

export interface RecordBuffer {
  /** Takes a record however full it is: ask before. */
  push(record: Buffer): void
  isFull(): boolean
  /** Calls back once, when there is room again. */
  whenRoom(resume: () => void): void
  /** Waits some seconds for what it holds to be stored; what is not by then is still tried until the gather ends. */
  close(): Promise<void>
}

interface RecordBufferOptions {
  source: IngestSource
  /** One that insists. */
  gather: Gather
  accepted(records: readonly Buffer[]): void
  lost(records: number): void
  failed(error: unknown): void
}

/** Between the sockets of a source and the gather: collects for a moment, and bounds what is not durable yet. */
export function createRecordBuffer({ source, gather, ...tell }: RecordBufferOptions): RecordBuffer {
  const { tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass } = source
  const flights = new Set<Promise<void>>()
  let waiting: Buffer[] = []
  let held = 0
  let timer: NodeJS.Timeout | undefined
  let resumes: (() => void)[] = []

  async function deliver(records: Buffer[]): Promise<void> {
    const segment: Segment = {
      ...{ tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass, records },
      ...{ backfill: false, received: Date.now() },
    }
    try {
      await gather.take(segment)
      tell.accepted(records)
    } catch (error) {
      tell.failed(error)
      tell.lost(records.length)
    }
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const records = waiting
    waiting = []
    const flight = deliver(records).finally(() => {
      flights.delete(flight)
      held -= costOf(records)
      if (held > MAX_HELD_BYTES / 2) return
      const waked = resumes
      resumes = []
      for (const resume of waked) resume()
    })
    flights.add(flight)
  }

  return {
    push(record) {
      waiting.push(record)
      held += record.length + RECORD_COST
      if (waiting.length >= FLUSH_RECORDS) flush()
      else timer ??= setTimeout(flush, FLUSH_MS)
    },
    isFull: () => held >= MAX_HELD_BYTES,
    whenRoom: (resume) => resumes.push(resume),
    async close() {
      flush()
      let patience: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, CLOSE_MS)
      })
      await Promise.race([Promise.all(flights), enough])
      clearTimeout(patience)
    },
  }
}

function costOf(records: readonly Buffer[]): number {
  let cost = 0
  for (const record of records) cost += record.length + RECORD_COST
  return cost
}
