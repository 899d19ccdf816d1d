import { randomUUID } from 'node:crypto'
import type { Event, Fields } from '#core/event/event'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { encodeGlobalId } from '../../server/graphql/global-id.ts'
import type { GraphqlWorld } from './graphql-world.ts'

const NOON = Date.parse('2026-03-10T12:00:00Z')
export const STORY_RANGE = { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z' }
export const STORY_RULE = '22222222-2222-4222-8222-222222222222'
/** That are scanned. */
export const STORY_ADDRESSES = 40
const LOGON = { 'event.category': ['authentication'], 'event.type': ['start'] }

/** Somebody logs on, starts a shell that asks for a name and calls there, and scans; the same at both tenants but for one host. */
function storyOf(whose: 'ours' | 'theirs'): Fields[] {
  const at = { 'host.name': 'WS-1', 'user.name': 'Mira', 'source.ip': '10.0.0.5' }
  const shell = { 'process.executable': 'C:\\Windows\\pwsh.exe', 'process.parent.name': 'explorer.exe' }
  return [
    ...Array.from({ length: 3 }, () => ({ ...LOGON, ...at, 'event.outcome': 'success' })),
    ...Array.from({ length: 2 }, () => ({ ...LOGON, ...at, 'event.outcome': 'failure' })),
    { ...LOGON, 'host.name': 'srv-1', 'user.name': 'ole', 'source.ip': '10.0.0.6' },
    { ...LOGON, 'host.name': `only-${whose}`, 'user.name': 'mira' },
    {
      ...{
        'event.category': ['process'],
        'event.type': ['start'],
        'host.name': 'ws-1',
        'user.name': 'mira',
        ...shell,
      },
      ...{ 'process.hash.sha256': 'AA11', 'nightjar.suspected_by': ['rule'] },
    },
    { 'host.name': 'ws-1', 'dns.question.name': 'Drop.Example', 'dns.resolved_ip': ['203.0.113.7'] },
    {
      'event.category': ['network'],
      'host.name': 'ws-1',
      ...shell,
      'source.ip': '10.0.0.5',
      'destination.ip': '203.0.113.7',
    },
    ...Array.from({ length: STORY_ADDRESSES }, (_, n) => ({
      ...{ 'event.category': ['network'], 'source.ip': '10.0.0.5', 'destination.ip': `198.51.100.${n}` },
    })),
  ]
}

/** @returns the alert of the shell */
export async function fillWithStory(world: GraphqlWorld, whose: 'ours' | 'theirs'): Promise<string> {
  const { tenantId } = world[whose]
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const [payloadId, sourceId] = [randomUUID(), randomUUID()]
  const events = storyOf(whose).map(
    (fields, position): Event => ({
      ...{ eventId: randomUUID(), tenantId, sourceId, site: '', payloadId, position, received: NOON, fields },
      ...{
        time: BigInt(NOON) * 1_000_000n + BigInt(position) * 60_000_000_000n,
        raw: `${whose} ${position}`,
      },
      ...{ parser: 'test@1', backfill: false },
    }),
  )
  await insertEvents(world.store, payloadId, events)
  const started = events[7] as Event
  const entity = { site: '', kind: 'host', value: 'ws-1' }
  const about = {
    ruleId: STORY_RULE,
    ruleTitle: `Shell of ${whose}`,
    level: 'high',
    attack: [],
    backfill: false,
    entity,
  } as const
  await insertDetections(world.store, payloadId, [
    {
      ...{ ...about, detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId: started.eventId },
      ...{ eventTime: started.time, received: NOON, shadow: false, ruleSet: '' },
    },
  ])
  const [raised] = await raiseAlerts(world.records, scope, {
    payloadId,
    groups: [{ ...about, ruleDescription: '', count: 1, firstSeen: started.time, lastSeen: started.time }],
    now: NOON,
  })
  return encodeGlobalId({ type: 'Alert', tenantId, id: raised?.alertId ?? '' })
}
