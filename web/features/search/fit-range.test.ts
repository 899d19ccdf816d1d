import { expect, it } from 'vitest'
import { fitRange } from './fit-range.ts'

const hour = (number: number) => new Date(Date.UTC(2026, 0, 1, number)).toISOString()
const buckets = (counts: number[]) =>
  counts.map((count, index) => ({ from: hour(index), to: hour(index + 1), count }))

it('narrows to where the events are', () => {
  const range = { from: hour(0), to: hour(8) }
  expect(fitRange(buckets([0, 0, 0, 0, 0, 2, 9, 0]), range)).toEqual({ from: hour(5), to: hour(7) })
})

it('stays within the range', () => {
  const range = { from: '2026-01-01T00:30:00.000Z', to: '2026-01-01T03:30:00.000Z' }
  expect(fitRange(buckets([1, 0, 0, 0]), range)).toEqual({ from: range.from, to: hour(1) })
  expect(fitRange(buckets([0, 0, 0, 1]), range)).toEqual({ from: hour(3), to: range.to })
})

it('leaves a range that is filled, or empty', () => {
  const range = { from: hour(0), to: hour(4) }
  expect(fitRange(buckets([0, 1, 0, 1]), range)).toBeUndefined()
  expect(fitRange(buckets([0, 0, 0, 0]), range)).toBeUndefined()
  expect(fitRange([], range)).toBeUndefined()
})
