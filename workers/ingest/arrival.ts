import type { Payload, Segment } from '#core/queues/payload'

/** A record on its way in: where it came from and its place in the payload. */
export interface Arrival {
  payloadId: string
  /** 0-based, over all segments. */
  position: number
  segment: Segment
  bytes: Buffer
}

/** The records of a payload in order. */
export function* arrivalsOf({ payloadId, segments }: Payload): Generator<Arrival> {
  let position = 0
  for (const segment of segments)
    for (const bytes of segment.records) yield { payloadId, position: position++, segment, bytes }
}
