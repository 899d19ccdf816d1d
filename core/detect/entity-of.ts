import type { Entity } from '../event/detection.ts'
import type { Event } from '../event/event.ts'
import { entityKind } from './entity-kind.ts'
import type { SigmaRule } from './rule/sigma-rule.ts'

const FALLBACK = ['host.name', 'user.name', 'source.ip', 'destination.ip'] as const

/**
 * What an alert of the rule on the event is about: the rule's `entity` field, else the first of host, user and
 * addresses that the event has, else its source. Lower case, because products write one name in many cases.
 */
export function entityOf(
  rule: Pick<SigmaRule, 'entityField'>,
  event: Pick<Event, 'fields' | 'site' | 'sourceId'>,
): Entity {
  for (const field of rule.entityField === undefined ? FALLBACK : [rule.entityField, ...FALLBACK]) {
    const found = event.fields[field]
    const value = typeof found === 'object' ? found[0] : found
    const kind = entityKind(field)
    if (value === undefined || value === '' || !kind) continue
    return { site: event.site, kind, value: String(value).toLowerCase() }
  }
  return { site: event.site, kind: 'source', value: event.sourceId }
}
