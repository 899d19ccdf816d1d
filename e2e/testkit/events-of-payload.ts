import type { Event } from '#core/event/event'
import { eventId } from '#core/event/event-id'

interface PayloadOfEvents {
  tenantId: string
  payloadId: string
  received: number
  lines: number
}

/** The same payload makes the same events, in whichever process. */
export function eventsOfPayload({ tenantId, payloadId, received, lines }: PayloadOfEvents): Event[] {
  return Array.from({ length: lines }, (_, position) => ({
    ...{ eventId: eventId(payloadId, position, received), tenantId, sourceId: tenantId, payloadId, position },
    ...{ received, time: BigInt(received) * 1_000_000n, site: '', parser: 'raw@1', backfill: false },
    raw: `pump ${position} of ${payloadId}`,
    fields: { message: `pump ${position}` },
  }))
}
