import { expect, test } from 'vitest'
import { retentionClassOf } from './retention.ts'

const retention = { RETENTION_DAYS: 365, RETENTION_CLASSES: [365, 30, 1095, 90] }

test.each([
  [1, 30],
  [30, 30],
  [31, 90],
  [90, 90],
  [400, 1095],
  [undefined, 365],
  // Said when there was a longer class.
  [2000, 1095],
])('%s days are stored in the class of %i', (days, expected) => {
  expect(retentionClassOf(days, retention)).toBe(expected)
})
