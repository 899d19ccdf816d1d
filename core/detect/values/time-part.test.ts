import { expect, test } from 'vitest'
import { timePart } from './time-part.ts'

test.each([
  ['2024-02-29', 'day', 29],
  ['2024-12-30T23:59:59Z', 'week', 1],
  ['2021-01-03', 'week', 53],
  ['2024-06-30 23:30:00.5 -01:00', 'month', 7],
  ['2024-06-30T23:30:00,5-0100', 'hour', 0],
  ['2024-06-30T12:07', 'minute', 7],
  ['1601-01-01T00:00:00Z', 'year', 1601],
  ['0044-03-15T00:00:00Z', 'year', 44],
  ['0044-03-15T00:00:00Z', 'week', 11],
  ['0000-01-01T00:00+05:00', 'year', -1],
] as const)('%s has the %s %i', (text, part, value) => {
  expect(timePart(text, part)).toBe(value)
})

test.each([
  '2023-02-29',
  '2024-13-01',
  '2024-00-01',
  '2024-01-00',
  '2024-06-30T24:00:00Z',
  '2024-06-30T12:60Z',
  '2024-06-30T12:00:60Z',
  '2024-06-30T12:00+24:00',
  '24-06-30',
  'now',
])('%s is no time', (text) => {
  expect(timePart(text, 'year')).toBeUndefined()
})
