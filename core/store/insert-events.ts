import type { Event } from '../event/event.ts'
import { encodeEvents } from './encode-events.ts'
import { DEFAULT_RETENTION_DAYS } from './retention.ts'
import type { Store } from './store.ts'

/**
 * Inserts the events of one payload, all of them in one go. The payload id is the deduplication token: a retry adds
 * nothing, and neither do other events under the same id, so a payload is never inserted in pieces.
 * @throws UnavailableError when ClickHouse is away: nothing is known, try again
 */
export async function insertEvents(
  store: Store,
  payloadId: string,
  events: readonly Event[],
  retentionClass = DEFAULT_RETENTION_DAYS,
): Promise<void> {
  if (events.length === 0) return
  const { columns, block } = encodeEvents(events, retentionClass)
  await store.insert({ table: 'events', columns, token: payloadId, block })
}
