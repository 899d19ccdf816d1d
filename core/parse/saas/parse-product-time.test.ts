import { expect, it } from 'vitest'
import { parseProductTime } from './parse-product-time.ts'

it.each([
  ['2026-03-10T12:00:00Z', 1_773_144_000_000_000_000n],
  [1_773_144_000, 1_773_144_000_000_000_000n],
  ['2026-03-10 12:00:00.125 +0000 UTC', 1_773_144_000_125_000_000n],
  ['2026-03-10 12:00:00 UTC', 1_773_144_000_000_000_000n],
  ['10-Mar-2026 12:00:00', 1_773_144_000_000_000_000n],
  ['10-Foo-2026 12:00:00', undefined],
  ['', undefined],
  [{}, undefined],
])('%o', (value, time) => expect(parseProductTime(value, 0)).toBe(time))
