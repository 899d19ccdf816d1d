import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import { detectionFieldNamed } from '#core/search/detection-field-named'
import { detectionsOfEvents } from '#core/store/queries/detections-of-events'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'

/** What rules found in events of one tenant, by the id of the event; nothing where columns are named and none asks for it. */
export async function foundInEvents(
  store: Store,
  scope: TenantScope,
  events: readonly Event[],
  columns: readonly string[],
): Promise<ReadonlyMap<string, readonly Detection[]>> {
  const found = new Map<string, Detection[]>()
  const [first] = events
  if (!first || (columns.length > 0 && !columns.some(detectionFieldNamed))) return found
  for (const detection of await detectionsOfEvents(store, scope.narrow(first.tenantId), events)) {
    const others = found.get(detection.eventId)
    if (others) others.push(detection)
    else found.set(detection.eventId, [detection])
  }
  return found
}
