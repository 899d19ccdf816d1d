import { expect, it } from 'vitest'
import { chartOfStats, type StatsColumn } from './chart-of-stats.ts'

const time: StatsColumn = { name: '@timestamp', type: 'time' }
const count: StatsColumn = { name: 'count', type: 'number' }
const host: StatsColumn = { name: 'host.name', type: 'text' }
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()

it('fills in the points that have no row', () => {
  const chart = chartOfStats(
    [time, count],
    [
      [at(3), 5],
      [at(0), 2],
    ],
    60,
  )
  expect(chart?.times).toHaveLength(4)
  expect(chart?.series).toEqual([{ name: 'count', values: [2, 0, 0, 5] }])
})

it('tells series apart, the largest first, and joins what has no hue', () => {
  const rows = Array.from({ length: 12 }, (_, n) => [at(0), n === 0 ? null : `h${n}`, n + 1])
  const chart = chartOfStats([time, host, count], rows, 60)
  expect(chart?.series.map(({ name }) => name)).toEqual([
    'h11',
    'h10',
    'h9',
    'h8',
    'h7',
    'h6',
    'h5',
    '5 others',
  ])
  expect(chart?.series.at(-1)?.values).toEqual([1 + 2 + 3 + 4 + 5])
})

it('is bounded where points lie far apart', () => {
  const chart = chartOfStats(
    [time, count],
    [
      ['1970-01-01T00:00:00Z', 1],
      [at(0), 1],
    ],
    1,
  )
  expect(chart?.times).toHaveLength(2)
})

it('makes nothing of other tables', () => {
  expect(chartOfStats([host, count], [['a', 1]], null)).toBeUndefined()
  expect(chartOfStats([time, count], [], 60)).toBeUndefined()
})
