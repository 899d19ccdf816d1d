import { expect, it } from 'vitest'
import type { KeyedGroup } from './assign-groups.ts'
import { sliceGroups } from './slice-groups.ts'

function group(key: number, value = 'host'): KeyedGroup {
  return {
    ...{
      ruleId: 'r',
      ruleTitle: 'R',
      ruleDescription: undefined,
      level: 'high',
      attack: [],
      backfill: false,
    },
    ...{ entity: { site: '', kind: 'host', value }, count: 1, firstSeen: 1n, lastSeen: 2n, key: String(key) },
  }
}

it('keeps the order and takes a thousand at a time', () => {
  const groups = Array.from({ length: 2_001 }, (_, key) => group(key))
  const slices = [...sliceGroups(groups)]
  expect(slices.map((slice) => slice.length)).toEqual([1_000, 1_000, 1])
  expect(slices.flat()).toEqual(groups)
})

it('takes fewer where values are long, and never none', () => {
  const long = 'x'.repeat(3_000_000)
  const groups = [group(1, long), group(2), group(3, long), group(4, 'x'.repeat(9_000_000)), group(5)]
  const keys = [...sliceGroups(groups)].map((slice) => slice.map(({ key }) => Number(key)))
  expect(keys).toEqual([[1, 2], [3], [4], [5]])
})

it('makes nothing of nothing', () => {
  expect([...sliceGroups([])]).toEqual([])
})
