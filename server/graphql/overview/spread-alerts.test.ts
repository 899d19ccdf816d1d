import { expect, it } from 'vitest'
import { spreadAlerts } from './spread-alerts.ts'

it('counts an alert in each bucket that it reaches into', () => {
  const counts = spreadAlerts(
    [
      { level: 'high', first: 0, last: 1, count: 2 },
      { level: 'high', first: 1, last: 3, count: 1 },
      { level: 'low', first: 3, last: 3, count: 5 },
    ],
    4,
  )
  expect(counts.map((levels) => Object.fromEntries(levels))).toEqual([
    { high: 2 },
    { high: 3 },
    { high: 1 },
    { high: 1, low: 5 },
  ])
})
