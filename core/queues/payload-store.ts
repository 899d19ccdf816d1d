import type { Payload } from './payload.ts'

/** Which payloads to list: a page in the order of their ids, which is the order of their sealing. */
export interface PayloadPage {
  /** Only payloads sealed at least this long ago. */
  olderThanMs: number
  /** Only ids behind this one. */
  after?: string
  limit?: number
}

/** The bytes between the acknowledgement and the store. */
export interface PayloadStore {
  /** Resolves once all of them are committed durably, together or not at all. Putting one twice is putting it once. */
  put(...payloads: readonly Payload[]): Promise<void>
  /** @throws PoisonError when the bytes are not a payload */
  get(payloadId: string): Promise<Payload | undefined>
  remove(payloadId: string): Promise<void>
  listIds(page: PayloadPage): Promise<string[]>
  /** How many payloads wait per tenant, dead letters included. Reads an index: at most once a second. */
  countByTenant(): Promise<ReadonlyMap<string, number>>
}

/** The smallest id a UUIDv7 of that moment can have: ids below it are older. */
export function firstIdOf(milliseconds: number): string {
  const hex = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

export function tenantsOf(payload: Payload): string[] {
  return [...new Set(payload.segments.map((segment) => segment.tenantId))]
}
