import { detectionId } from '#core/detect/detection-id'
import { entityOf } from '#core/detect/entity-of'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import { suspect } from '#core/event/suspicion'
import type { Outcome } from './outcome.ts'
import type { Ruling } from './ruling.ts'

/** An event and what was found in it. */
export interface Judged {
  event: Event
  detections: readonly Detection[]
}

const NOTHING: readonly Detection[] = []

export function createDetectStep(rulingOf: (tenantId: string) => Ruling) {
  return function detect(event: Event): Outcome<Judged> {
    const ruling = rulingOf(event.tenantId)
    const matched = ruling.match(event)
    if (matched.length === 0) return { event, detections: NOTHING }
    const detections = matched.map((rule) => detectionOf(rule, event, ruling))
    if (detections.some(raisesSuspicion)) suspect(event.fields, 'rule')
    return { event, detections }
  }
}

/** SIGMA's level informational is for what is no sign of malice; a rule on trial may be wrong. */
function raisesSuspicion({ level, shadow }: Detection): boolean {
  return level !== 'informational' && !shadow
}

function detectionOf(rule: SigmaRule, event: Event, ruling: Ruling): Detection {
  const { eventId, tenantId, sourceId, payloadId, received, backfill, time: eventTime } = event
  return {
    ...{ tenantId, sourceId, payloadId, eventId, eventTime, received, backfill },
    detectionId: detectionId(eventId, rule.id),
    ruleId: rule.id,
    ruleTitle: rule.title,
    level: ruling.levelOf(rule),
    attack: rule.attack,
    entity: entityOf(rule, event),
    shadow: ruling.isShadow(rule.id),
    ruleSet: ruling.version,
  }
}
