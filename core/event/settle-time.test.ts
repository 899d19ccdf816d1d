import { expect, it } from 'vitest'
import type { Fields } from './event.ts'
import { settleTime } from './settle-time.ts'

const RECEIVED = Date.UTC(2026, 2, 10, 12)
const nanos = (...parts: [number, number, ...number[]]): bigint => BigInt(Date.UTC(...parts)) * 1_000_000n

function settled(claimed: bigint | undefined) {
  const fields: Fields = {}
  return { time: settleTime(fields, claimed, RECEIVED), fields }
}

it.each([
  ['now', nanos(2026, 2, 10, 12)],
  ['out of order, by weeks', nanos(2026, 1, 1)],
  ['a day ahead', nanos(2026, 2, 11, 12)],
  ['an old archive', nanos(2001, 0, 1)],
])('believes the line: %s', (_, claimed) => {
  expect(settled(claimed)).toEqual({ time: claimed, fields: {} })
})

it('takes the time received when the line gives none', () => {
  expect(settled(undefined)).toEqual({ time: nanos(2026, 2, 10, 12), fields: {} })
})

it.each([
  [nanos(2026, 2, 11, 12) + 1n, 'clock_ahead', '2026-03-11T12:00:00.000000001Z'],
  [nanos(9999, 11, 31), 'clock_ahead', '9999-12-31T00:00:00.000Z'],
  [nanos(2000, 11, 31, 23, 59, 59), 'clock_behind', '2000-12-31T23:59:59.000Z'],
  [0n, 'clock_behind', '1970-01-01T00:00:00.000Z'],
  [nanos(1601, 0, 1), 'clock_behind', '1601-01-01T00:00:00.000Z'],
])('keeps what an absurd clock said beside the time received: %s', (claimed, problem, text) => {
  expect(settled(claimed)).toEqual({
    time: nanos(2026, 2, 10, 12),
    fields: { 'nightjar.claimed_time': text, 'nightjar.problem': [problem] },
  })
})
