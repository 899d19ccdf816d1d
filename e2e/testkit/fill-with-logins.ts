import type { Detection } from '../../core/event/detection.ts'
import type { Event } from '../../core/event/event.ts'
import { ensureSource } from '../../core/records/sources.ts'
import { insertDetections } from '../../core/store/insert-detections.ts'
import { insertEvents } from '../../core/store/insert-events.ts'
import type { GraphqlWorld } from './graphql-world.ts'

export const NOON = 1_769_860_800_000
export const RANGE = { from: '2026-01-31T00:00:00Z', to: '2026-02-01T00:00:00Z' }
export const RULE = '11111111-1111-4111-8111-111111111111'
/** Equal in both tenants, as are all lines: only the tenant tells them apart. */
export const eventIdOf = (index: number) =>
  `0190a000-0000-7000-8000-0000000000${index.toString().padStart(2, '0')}`

/** Ten logins, one a minute from noon on, two of them detected; the same for each tenant. */
export async function fillWithLogins(world: GraphqlWorld, whose: 'ours' | 'theirs'): Promise<void> {
  const { tenantId } = world[whose]
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const { sourceId } = await ensureSource(world.records, scope, { tenantId, name: 'web', site: 'berlin' })
  const payloadId = crypto.randomUUID()
  const events = Array.from({ length: 10 }, (_, index): Event => {
    const failed = index % 2 === 1
    return {
      ...{ eventId: eventIdOf(index), tenantId, sourceId, site: 'berlin', payloadId, position: index },
      ...{ received: NOON + index, parser: 'test@1', backfill: false },
      time: BigInt(NOON) * 1_000_000n + BigInt(index) * 60_000_000_001n,
      raw: `login of root number ${index}`,
      fields: {
        'event.kind': 'event',
        'event.category': ['authentication'],
        'event.type': ['start'],
        'event.action': 'login',
        'event.outcome': failed ? 'failure' : 'success',
        'event.severity': index * 10,
        'user.name': failed ? 'root' : 'alice',
        'whose.name': whose,
        message: `number ${index}`,
        ...(index === 1 ? { 'nightjar.suspected_by': ['product', 'rule'] } : {}),
      },
    }
  })
  const detections = events.slice(0, 2).map(
    (event): Detection => ({
      ...{ detectionId: crypto.randomUUID(), tenantId, sourceId, payloadId, eventId: event.eventId },
      ...{ eventTime: event.time, received: event.received, backfill: false, level: 'high' },
      ...{ shadow: event === events[1], ruleSet: 'v1' },
      ...{ ruleId: RULE, ruleTitle: `Login at ${whose}`, attack: ['T1078'] },
      entity: { site: 'berlin', kind: 'user', value: 'root' },
    }),
  )
  await insertEvents(world.store, payloadId, events)
  await insertDetections(world.store, payloadId, detections)
}
