import { expect, it } from 'vitest'
import { barsByCategory, barsByLevel, barsByOutcome } from './overview-bars.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 12, minute)).toISOString()
const SPAN = { from: Date.parse(at(3)), to: Date.parse(at(12)) }
const bucket = (from: number, count: number) => ({
  ...{ from: at(from), to: at(from + 5), count, success: count, failure: 0, unknown: 0, suspected: 0 },
})
const HISTOGRAM = { interval: 300, total: 6, buckets: [bucket(0, 1), bucket(5, 2), bucket(10, 3)] }

it('cuts the outer bars where the question ends, so that they lead to what they count', () => {
  const { bars } = barsByOutcome(HISTOGRAM, SPAN)
  expect(bars.map(({ from, to, total }) => [from, to, total])).toEqual([
    [at(3), at(5), 1],
    [at(5), at(10), 2],
    [at(10), at(12), 3],
  ])
  expect(bars[2]?.counts).toEqual([0, 3, 0])
})

it('stacks alerts with the worst on top', () => {
  const levels = [
    { level: 'critical' as const, count: 1 },
    { level: 'low' as const, count: 2 },
  ]
  const buckets = [{ from: at(5), to: at(10), count: 3, levels }]
  const { series, bars } = barsByLevel({ buckets }, SPAN)
  expect(series.at(-1)?.name).toBe('critical')
  expect(bars[0]?.counts).toEqual([0, 2, 0, 0, 1])
})

it('puts points of categories into their buckets, each hue once', () => {
  const rows = [
    [at(0), 'network', 1],
    [at(5), 'network', 2],
    [at(5), 'odd one', 9],
    [at(10), null, 20],
    [at(10), '(other)', 1],
  ]
  const { series, bars } = barsByCategory(HISTOGRAM, rows, SPAN)
  expect(series).toEqual([
    { name: 'odd one', tone: 'kind0' },
    { name: 'network', tone: 'kind1' },
    { name: '(none)', tone: 'rest' },
    { name: '(other)', tone: 'rest' },
  ])
  expect(bars.map(({ counts }) => counts)).toEqual([
    [0, 1, 0, 0],
    [9, 2, 0, 0],
    [0, 0, 20, 1],
  ])
})

it('takes no name of a category for more than a name', () => {
  const { series } = barsByCategory(HISTOGRAM, [[at(0), '__proto__', 1]], SPAN)
  expect(series).toEqual([{ name: '__proto__', tone: 'kind0' }])
})
