import { expect, test } from 'vitest'
import { readRange } from './read-range.ts'

const NOW = Date.parse('2026-03-09T12:00:00Z')

test.each([
  ['2026-03-01..2026-03-08', '2026-03-01T00:00:00Z', '2026-03-08T00:00:00Z'],
  ['2026-03-01T06:30..2026-03-01T07', '2026-03-01T06:30:00Z', '2026-03-01T07:00:00Z'],
  ['2026-03-01T06:30:15.25Z..', '2026-03-01T06:30:15.250Z', '2026-03-09T12:00:00Z'],
])('%s', (text, from, to) => {
  expect(readRange(text, NOW)).toEqual({ from: Date.parse(from), to: Date.parse(to) })
})

test.each([
  '',
  '2026-03-01',
  '..2026-03-01',
  '2026-03-01..2026-03-01',
  '2026-03-08..2026-03-01',
  '2026-13-01..',
  '2026-02-30..',
  '2026-03-01T24..',
  '2026-03-01..2026-03-02..2026-03-03',
  'yesterday..',
  '2026-03-01T6..',
])('%j is no range', (text) => {
  expect(() => readRange(text, NOW)).toThrow('Not a range')
})
