import { expect, test } from 'vitest'
import { riskOf } from './risk-of.ts'

test.each([
  [[], 0],
  [[{ level: 'informational', count: 9_999 }], 0],
  [[{ level: 'low', count: 1 }], 2],
  [[{ level: 'high', count: 1 }], 25],
  [[{ level: 'high', count: 1024 }], 50],
  [
    [
      { level: 'high', count: 1 },
      { level: 'critical', count: 1 },
    ],
    75,
  ],
  [
    [
      { level: 'critical', count: 1 },
      { level: 'critical', count: 1 },
      { level: 'low', count: 1 },
    ],
    100,
  ],
] as const)('%j is a risk of %i', (hits, risk) => {
  expect(riskOf(hits)).toBe(risk)
})
