import { describe, expect, it } from 'vitest'
import { groupKey } from './alert-group.ts'
import { assignGroups, type KeyedGroup, mergeGroups, type OpenAlert } from './assign-groups.ts'

function group(changes: Partial<KeyedGroup> = {}): KeyedGroup {
  return {
    ...{
      ruleId: 'r',
      ruleTitle: 'R',
      ruleDescription: undefined,
      level: 'high',
      attack: [],
      backfill: false,
    },
    ...{
      entity: { site: '', kind: 'ip', value: '10.0.0.5' },
      count: 1,
      firstSeen: 100n,
      lastSeen: 200n,
      key: 'k',
    },
    ...changes,
  }
}

function alert(changes: Partial<OpenAlert> = {}): OpenAlert {
  return { alertId: 'a', key: 'k', lastSeen: 150n, windowStart: 50n, windowEnd: 160n, ...changes }
}

describe('assignGroups', () => {
  it.each([
    ['inside of the window', { firstSeen: 60n, lastSeen: 70n }, 'a'],
    ['that begins at its end', { firstSeen: 160n, lastSeen: 900n }, 'a'],
    ['that begins after it', { firstSeen: 161n, lastSeen: 900n }, undefined],
    ['that ends at its start', { firstSeen: 1n, lastSeen: 50n }, 'a'],
    ['that ends before it', { firstSeen: 1n, lastSeen: 49n }, undefined],
    ['around it', { firstSeen: 1n, lastSeen: 900n }, 'a'],
    ['of another key', { key: 'other' }, undefined],
  ])('places a group %s', (_, changes, alertId) => {
    expect(assignGroups([group(changes)], [alert()])[0]?.alertId).toBe(alertId)
  })

  it('prefers the alert last seen', () => {
    const open = [alert(), alert({ alertId: 'b', lastSeen: 155n }), alert({ alertId: 'c', lastSeen: 1n })]
    expect(assignGroups([group()], open)[0]?.alertId).toBe('b')
  })
})

describe('mergeGroups', () => {
  it('adds up groups of one key and keeps others apart', () => {
    const merged = mergeGroups([
      group({ count: 2 }),
      group({ count: 3, firstSeen: 90n, lastSeen: 190n }),
      group({ count: 4, firstSeen: 110n, lastSeen: 210n }),
      group({ key: 'other' }),
    ])
    expect(merged).toEqual([group({ count: 9, firstSeen: 90n, lastSeen: 210n }), group({ key: 'other' })])
  })
})

describe('groupKey', () => {
  const base = group()

  it('keeps rules, sites, kinds, values and backfills apart', () => {
    const different = [
      base,
      group({ ruleId: 's' }),
      group({ backfill: true }),
      group({ entity: { ...base.entity, site: 'plant' } }),
      group({ entity: { ...base.entity, kind: 'host' } }),
      group({ entity: { ...base.entity, value: '10.0.0.6' } }),
      group({ entity: { site: 'a', kind: 'b","c', value: 'd' } }),
      group({ entity: { site: 'a', kind: 'b', value: 'c","d' } }),
    ]
    expect(new Set(different.map(groupKey)).size).toBe(different.length)
  })

  it('is the same for the same', () => {
    expect(groupKey(group({ count: 7, level: 'low' }))).toBe(groupKey(base))
  })
})
