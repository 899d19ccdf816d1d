import type { Detection } from '#core/event/detection'
import type { AlertGroup } from '#core/records/alerts/alert-group'

/**
 * One group per rule, entity and backfill: what counts towards one alert. Detections of one tenant and payload; those of
 * rules on trial count towards none.
 */
export function groupDetections(
  detections: readonly Detection[],
  descriptionOf: (ruleId: string) => string | undefined,
): AlertGroup[] {
  const groups = new Map<string, AlertGroup>()
  for (const detection of detections) {
    if (detection.shadow) continue
    const { ruleId, ruleTitle, level, attack, entity, backfill, eventTime } = detection
    const key = JSON.stringify([ruleId, entity.site, entity.kind, entity.value, backfill])
    const group = groups.get(key)
    if (group) {
      group.count += 1
      if (eventTime < group.firstSeen) group.firstSeen = eventTime
      if (eventTime > group.lastSeen) group.lastSeen = eventTime
      continue
    }
    groups.set(key, {
      ...{ ruleId, ruleTitle, level, attack, entity, backfill },
      ruleDescription: descriptionOf(ruleId),
      count: 1,
      firstSeen: eventTime,
      lastSeen: eventTime,
    })
  }
  return [...groups.values()]
}
