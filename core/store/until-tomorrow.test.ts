import { expect, it } from 'vitest'
import { untilTomorrow } from './until-tomorrow.ts'

const DAY = 86_400_000_000_000n

it.each([
  ['the past as it is', -9n, -1n, -1n],
  ['an hour ahead, as clocks run fast', -9n, 1n, 1n],
  ['all time to come up to tomorrow', -9n, 27_000n, 2n],
  ['what lies beyond tomorrow as it is', 5n, 27_000n, 27_000n],
])('takes %s', (_, from, to, until) => {
  // Half days from now.
  const half = (count: bigint) => (count * DAY) / 2n
  expect(untilTomorrow({ from: half(from), to: half(to) }, 0n)).toEqual({ from: half(from), to: half(until) })
})
