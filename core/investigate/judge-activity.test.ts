import { expect, it } from 'vitest'
import { judgeActivity } from './judge-activity.ts'

it('takes the median of the days, so that one odd day decides nothing', () => {
  expect(judgeActivity(100, [90, 110, 5000, 100, 0, 105, 95])).toEqual({ usual: 100, standing: 'usual' })
  expect(judgeActivity(100, [90, 110])).toEqual({ usual: 100, standing: 'usual' })
})

it.each([
  ['quiet', 0, [3, 3, 3]],
  ['low', 24, [100, 100, 100]],
  ['usual', 25, [100, 100, 100]],
  ['usual', 400, [100, 100, 100]],
  ['high', 401, [100, 100, 100]],
  ['high', 20, [0, 0, 1]],
] as const)('finds it %s: %i after %j', (standing, now, before) => {
  expect(judgeActivity(now, before).standing).toBe(standing)
})

it('makes nothing of small numbers', () => {
  expect(judgeActivity(0, [2, 2, 2]).standing).toBe('usual')
  expect(judgeActivity(1, [19, 19, 19]).standing).toBe('usual')
  expect(judgeActivity(19, [1, 1, 1]).standing).toBe('usual')
})

it('knows no normal of what is new, however long ago nothing came', () => {
  expect(judgeActivity(500, [400, 0, 0, 0, 0, 0, 0])).toEqual({ usual: undefined, standing: 'unknown' })
  expect(judgeActivity(0, [0, 0, 0, 0, 0, 0, 0])).toEqual({ usual: undefined, standing: 'unknown' })
  // Two days ago it sent, yesterday it did not: both are known.
  expect(judgeActivity(0, [0, 40, 0, 0])).toEqual({ usual: 20, standing: 'quiet' })
})
