import { expect, it } from 'vitest'
import { timeSpanOf } from './time-span-of.ts'

const nanos = (iso: string) => BigInt(Date.parse(iso)) * 1_000_000n
/** A Wednesday. */
const now = nanos('2026-03-18T10:20:30.500Z') + 7n

it.each<[string, string, string | undefined]>([
  ['2026-11-27', '2026-11-27T00:00Z', '2026-11-28T00:00Z'],
  ['2026-11', '2026-11-01T00:00Z', '2026-12-01T00:00Z'],
  ['2026', '2026-01-01T00:00Z', '2027-01-01T00:00Z'],
  ['2026-11-27T10:20', '2026-11-27T10:20Z', '2026-11-27T10:21Z'],
  ['2026-11-27 10:20:30', '2026-11-27T10:20:30Z', '2026-11-27T10:20:31Z'],
  ['2026-11-27T10:20:30.25Z', '2026-11-27T10:20:30.25Z', '2026-11-27T10:20:30.26Z'],
  ['2026-11-27T10:20:30+02:00', '2026-11-27T08:20:30Z', '2026-11-27T08:20:31Z'],
  ['1700000000', '2023-11-14T22:13:20Z', '2023-11-14T22:13:21Z'],
  ['1700000000123', '2023-11-14T22:13:20.123Z', '2023-11-14T22:13:20.124Z'],
  ['now/d', '2026-03-18T00:00Z', '2026-03-19T00:00Z'],
  ['now-1h/d', '2026-03-18T00:00Z', '2026-03-19T00:00Z'],
  ['now-11h/d', '2026-03-17T00:00Z', '2026-03-18T00:00Z'],
  ['now/w', '2026-03-16T00:00Z', '2026-03-23T00:00Z'],
  ['now/M', '2026-03-01T00:00Z', '2026-04-01T00:00Z'],
  ['now/y', '2026-01-01T00:00Z', '2027-01-01T00:00Z'],
  ['now/d-1h', '2026-03-17T23:00Z', '2026-03-18T23:00Z'],
  ['now-13M/M', '2025-02-01T00:00Z', '2025-03-01T00:00Z'],
])('%s', (text, from, to) => {
  expect(timeSpanOf(text, now)).toEqual({ from: nanos(from), to: nanos(to ?? '') })
})

it('a moment', () => {
  const from = now - 3_600_000_000_000n
  expect(timeSpanOf('now-1h', now)).toEqual({ from, to: from + 1n })
  expect(timeSpanOf('now-2y+1M', nanos('2026-01-31T12:00Z'))?.from).toBe(nanos('2024-02-29T12:00Z'))
})

it.each(['', 'now-', 'now-1x', 'yesterday', '2026-13-01', '2026-02-30', '20', '2026-11Z', 'now-1h/'])(
  'is none: %s',
  (text) => {
    expect(timeSpanOf(text, now)).toBeUndefined()
  },
)

it('bounds what it reckons with', () => {
  expect(timeSpanOf('now-999999y', now)).toBeDefined()
  expect(timeSpanOf('now-999999y/M', now)).toBeDefined()
  expect(timeSpanOf(`now${'-1d'.repeat(9)}`, now)).toBeUndefined()
})
