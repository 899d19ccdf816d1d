import { uuidV7 } from '#core/event/uuid-v7'
import type { Payload } from '#core/queues/payload'

/** A payload with two records of each tenant, one of them odd bytes. */
export function payloadOf(tenantIds: readonly string[], sealedMs = Date.now()): Payload {
  const payloadId = uuidV7(sealedMs)
  const segments = tenantIds.map((tenantId) => ({
    tenantId,
    sourceId: '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c03',
    site: '',
    format: 'auto',
    zoneMinutes: 0,
    backfill: false,
    received: sealedMs,
    records: [Buffer.from('<34>1 a line'), Buffer.from([0, 255, 10, 13])],
  }))
  return { payloadId, segments }
}
