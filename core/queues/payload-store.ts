import type { Payload } from './payload.ts'

/** Which payloads to list: a page in the order of their ids, which is the order of their sealing. */
export interface PayloadPage {
  /** Only payloads sealed at least this long ago. */
  olderThanMs: number
  /** Only ids behind this one. */
  after?: string
  limit?: number
}

/** Chosen by a shipper for one request, so that sending it again does not store it again. */
export interface IdempotencyKey {
  tenantId: string
  key: string
}

/** How long a key is remembered. */
export const KEY_SECONDS = 24 * 3600

/** The bytes between the acknowledgement and the store. */
export interface PayloadStore {
  /**
   * Resolves once all of them are committed durably, together or not at all. Putting one twice is putting it once.
   * @throws UnavailableError when the engine is away or full. Nothing is stored then, unless its answer got lost: to be
   * sure put the same payload again
   */
  put(...payloads: readonly Payload[]): Promise<void>
  /**
   * The same, unless the tenant used the key before: then nothing is stored.
   * @returns the ids of the payloads that were stored under the key, now or then
   */
  putOnce(key: IdempotencyKey, ...payloads: readonly Payload[]): Promise<string[]>
  /** Drops the keys that are old enough. */
  forgetKeys(): Promise<void>
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
