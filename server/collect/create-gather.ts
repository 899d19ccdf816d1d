import type { Segment } from '#core/queues/payload'
import type { IdempotencyKey } from '#core/queues/payload-store'

/** A request at least this big fills a payload of its own. */
const ALONE_RECORDS = 5_000
const ALONE_BYTES = 4 * 1024 * 1024
/** A gathered payload is sealed at this size without waiting longer. */
const FULL_RECORDS = 10_000
const FULL_BYTES = 8 * 1024 * 1024
/** No payload is larger: a job must stay short beside its lock and memory. */
const MOST_RECORDS = 20_000

export interface Gather {
  /** Resolves once the segment is durable. One with a key gets payloads of its own. */
  take(segment: Segment, key?: IdempotencyKey): Promise<Sealed>
  /** Seals what is waiting. */
  flush(): Promise<void>
}

export interface Sealed {
  payloadIds: string[]
  /** The key was used before: these payloads hold what came with it then, and nothing was added. */
  repeated: boolean
}

/** Makes payloads of lists of segments, durably, together or not at all. */
export type Seal = (payloads: readonly (readonly Segment[])[], key?: IdempotencyKey) => Promise<Sealed>

/**
 * Small segments wait a moment for company, since an insert costs the same for one row as for hundreds; big ones go
 * at once. Only segments of one retention class share a payload: classes are few.
 */
export function createGather(seal: Seal, waitMs: number): Gather {
  const byClass = new Map<number | undefined, Gather>()
  const gatherOf = ({ retentionClass }: Segment): Gather => {
    const known = byClass.get(retentionClass)
    if (known) return known
    const made = gatherOneClass(seal, waitMs)
    byClass.set(retentionClass, made)
    return made
  }
  return {
    take: async (segment, key) => gatherOf(segment).take(segment, key),
    async flush() {
      await Promise.all([...byClass.values()].map((gather) => gather.flush()))
    },
  }
}

function gatherOneClass(seal: Seal, waitMs: number): Gather {
  let waiting: Segment[] = []
  let records = 0
  let bytes = 0
  let timer: NodeJS.Timeout | undefined
  let sealed: PromiseWithResolvers<Sealed> | undefined

  function sealWaiting(): void {
    clearTimeout(timer)
    timer = undefined
    const done = sealed
    if (!done) return
    const segments = waiting
    waiting = []
    records = 0
    bytes = 0
    sealed = undefined
    seal([segments]).then(done.resolve, done.reject)
  }

  return {
    async take(segment, key) {
      const size = sizeOf(segment)
      if (key || segment.records.length >= ALONE_RECORDS || size >= ALONE_BYTES)
        return seal(
          cut(segment).map((part) => [part]),
          key,
        )
      waiting.push(segment)
      records += segment.records.length
      bytes += size
      sealed ??= withResolvers<Sealed>()
      const { promise } = sealed
      if (records >= FULL_RECORDS || bytes >= FULL_BYTES) sealWaiting()
      else timer ??= setTimeout(sealWaiting, waitMs)
      return promise
    },
    async flush() {
      const promise = sealed?.promise
      sealWaiting()
      await promise?.catch(() => undefined)
    },
  }
}

function sizeOf(segment: Segment): number {
  let size = 0
  for (const record of segment.records) size += record.length
  return size
}

function cut(segment: Segment): Segment[] {
  const parts: Segment[] = []
  for (let at = 0; at < segment.records.length; at += MOST_RECORDS)
    parts.push({ ...segment, records: segment.records.slice(at, at + MOST_RECORDS) })
  return parts
}

/** Node 20 has no `Promise.withResolvers`. */
interface PromiseWithResolvers<T> {
  promise: Promise<T>
  resolve(value: T): void
  reject(reason: unknown): void
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
