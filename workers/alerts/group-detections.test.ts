import { describe, expect, it } from 'vitest'
import type { Detection } from '#core/event/detection'
import { groupDetections } from './group-detections.ts'

function detection(change: Partial<Detection>): Detection {
  return {
    detectionId: crypto.randomUUID(),
    ...{ tenantId: 'tenant', sourceId: 'source', payloadId: 'payload', eventId: 'event' },
    ...{ eventTime: 5n, received: 0, ruleId: 'rule', ruleTitle: 'Rule', level: 'high', attack: ['T1110'] },
    entity: { site: '', kind: 'host', value: 'web01' },
    ...{ backfill: false, shadow: false, ruleSet: '' },
    ...change,
  }
}

describe('groupDetections', () => {
  it('counts nothing that a rule on trial found', () => {
    const groups = groupDetections([detection({ shadow: true }), detection({})], () => undefined)
    expect(groups).toMatchObject([{ count: 1 }])
    expect(groupDetections([detection({ shadow: true })], () => undefined)).toEqual([])
  })

  it('counts what shares rule, entity and backfill, and keeps its first and last time', () => {
    const groups = groupDetections(
      [detection({ eventTime: 5n }), detection({ eventTime: 3n }), detection({ eventTime: 9n })],
      (ruleId) => `about ${ruleId}`,
    )
    expect(groups).toMatchObject([
      { ruleId: 'rule', ruleDescription: 'about rule', count: 3, firstSeen: 3n, lastSeen: 9n },
    ])
  })

  it('keeps apart rules, sites, kinds, values and backfills', () => {
    const entity = { site: '', kind: 'host', value: 'web01' }
    const all = [
      detection({}),
      detection({ ruleId: 'other' }),
      detection({ entity: { ...entity, site: 'hall' } }),
      detection({ entity: { ...entity, kind: 'user' } }),
      detection({ entity: { ...entity, value: 'web02' } }),
      detection({ backfill: true }),
    ]
    const groups = groupDetections([...all, ...all], () => undefined)
    expect(groups.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2, 2])
  })
})
