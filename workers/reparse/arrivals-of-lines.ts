import { splitLine } from '#core/parse/split/split-line'
import type { Segment } from '#core/queues/payload'
import type { Source } from '#core/records/sources'
import type { StoredLine } from '#core/store/queries/lines-to-reparse'
import type { Arrival } from '../ingest/arrival.ts'

const NO_ROOM = { records: 0, bytes: 0 }

/**
 * Makes stored lines arrive once more, as if they came from their sources as these are described today. Lines that came
 * together share a segment, over pages too: a header line among them says how to read those that follow.
 */
export function createArrivals(
  tenantId: string,
  sources: ReadonlyMap<string, Source>,
): (lines: readonly StoredLine[]) => Arrival[] {
  let lastKey = ''
  let last: Segment | undefined

  function segmentOf(line: StoredLine): Segment {
    const { payloadId, sourceId, received, backfill } = line
    const key = `${payloadId} ${sourceId} ${received} ${backfill}`
    if (last && key === lastKey) return last
    const { site = line.site, format = 'auto', zoneMinutes = 0, settings } = sources.get(sourceId) ?? {}
    lastKey = key
    last = { tenantId, sourceId, site, format, zoneMinutes, settings, backfill, received, records: [] }
    return last
  }

  return (lines) =>
    lines.map((line) => {
      const { payloadId, position } = line
      const bytes = Buffer.from(line.raw)
      // Ids stay: a line that would become several events today stays one, and says so.
      return {
        payloadId,
        position,
        segment: segmentOf(line),
        bytes,
        isUnsplit: splitLine(bytes, NO_ROOM) === 'more',
      }
    })
}
