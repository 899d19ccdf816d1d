import { splitLine } from '#core/parse/split/split-line'
import type { Payload, Segment } from '#core/queues/payload'

/** A record on its way in: where it came from and its place in the payload. */
export interface Arrival {
  payloadId: string
  /** 0-based, over all segments, of lines that hold several records each of them counted. */
  position: number
  segment: Segment
  bytes: Buffer
  /** It holds more records than a payload may be split into, and is taken for one. */
  isUnsplit: boolean
}

/** What the lines of a payload may become together: as many records as a door takes, and as many bytes again. */
const MOST_RECORDS = 200_000
const MOST_BYTES = 16 * 1024 * 1024

/** The records of a payload in order: the same payload gives the same ones, so that a retry makes the same ids. */
export function* arrivalsOf({ payloadId, segments }: Payload): Generator<Arrival> {
  const room = { records: MOST_RECORDS, bytes: MOST_BYTES }
  let position = 0
  for (const segment of segments)
    for (const line of segment.records) {
      const parts = splitLine(line, room)
      if (typeof parts !== 'object') {
        yield { payloadId, position: position++, segment, bytes: line, isUnsplit: parts === 'more' }
        continue
      }
      const size = parts.reduce((sum, { length }) => sum + length, 0)
      room.records -= parts.length
      room.bytes -= Math.max(0, size - line.length)
      for (const bytes of parts) yield { payloadId, position: position++, segment, bytes, isUnsplit: false }
    }
}
