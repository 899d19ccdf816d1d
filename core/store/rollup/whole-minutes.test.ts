import { expect, it } from 'vitest'
import { wholeMinutes } from './whole-minutes.ts'

const SECOND = 1_000_000_000n

it.each([
  [60n * SECOND, 120n * SECOND, 1n, 2n],
  [60n * SECOND + 1n, 240n * SECOND - 1n, 2n, 3n],
  [61n * SECOND, 180n * SECOND, 2n, 3n],
  [-(10n ** 18n), 125n * SECOND, 1n, 2n],
  [0n, 60n * SECOND + 1n, undefined, undefined],
  [61n * SECOND, 179n * SECOND, undefined, undefined],
  [-600n * SECOND, -60n * SECOND, undefined, undefined],
])('from %d to %d nanoseconds lie the minutes %d to %d', (from, to, first, end) => {
  expect(wholeMinutes({ from, to })).toEqual(first === undefined ? undefined : { from: first, to: end })
})
