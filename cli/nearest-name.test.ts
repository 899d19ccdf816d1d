import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

test.each([
  ['outptu', 'output'],
  ['rule', 'rules'],
  ['placeholder', 'placeholders'],
  ['lvel', 'level'],
  ['out', 'output'],
  ['nonsense', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s', (written, meant) => {
  expect(nearestName(written, ['rules', 'output', 'level', 'placeholders'])).toBe(meant)
})
