import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { StoredEvent } from '../read-event.ts'
import type { Store } from '../store.ts'
import { eventsByIds } from './events-by-ids.ts'

/** @returns undefined when there is none, or none inside the scope */
export async function getEvent(
  store: Store,
  scope: TenantScope,
  key: { eventId: string; time: bigint },
): Promise<StoredEvent | undefined> {
  const [event] = await eventsByIds(store, scope, [key])
  return event
}
