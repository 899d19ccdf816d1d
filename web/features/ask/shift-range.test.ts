import { expect, it } from 'vitest'
import { shiftRange, widenRange } from './shift-range.ts'
import type { TimeRange } from './time-range.ts'

const range: TimeRange = { kind: 'absolute', from: 1000, to: 3000 }

it('moves by half of its length, and back', () => {
  const earlier = shiftRange(range, -0.5, 0)
  expect(earlier).toEqual({ kind: 'absolute', from: 0, to: 2000 })
  expect(shiftRange(earlier, 0.5, 0)).toEqual(range)
})

it('widens around its middle', () => {
  expect(widenRange(range, 0)).toEqual({ kind: 'absolute', from: 0, to: 4000 })
})

it('leaves all of time as it is', () => {
  expect(shiftRange({ kind: 'all' }, 0.5, 0)).toEqual({ kind: 'all' })
  expect(widenRange({ kind: 'all' }, 0)).toEqual({ kind: 'all' })
})
