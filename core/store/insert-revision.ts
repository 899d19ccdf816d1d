import type { Detection } from '../event/detection.ts'
import type { Event } from '../event/event.ts'
import { encodeDetections } from './encode-detections.ts'
import { encodeEvents } from './encode-events.ts'
import { type Slice, tokenOf } from './reparse/slice.ts'
import type { Store } from './store.ts'

/**
 * Adds rows that are to stand in for those of a slice that is being written. They stay hidden until it is swapped.
 * @param part the same of a slice twice adds nothing
 */
export async function insertRevision(
  store: Store,
  slice: Slice,
  part: string,
  { events, detections }: { events: readonly Event[]; detections: readonly Detection[] },
): Promise<void> {
  const { retentionClass, revision } = slice
  const token = tokenOf(slice) + part
  if (events.length > 0)
    await store.insert({ table: 'events', token, ...encodeEvents(events, retentionClass, revision) })
  if (detections.length > 0)
    await store.insert({
      table: 'detections',
      token,
      ...encodeDetections(detections, retentionClass, revision),
    })
}
