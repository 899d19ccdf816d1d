import { expect, it } from 'vitest'
import type { EventQuery } from './event-query.ts'
import { newestStretch } from './newest-stretch.ts'

const range = { from: 0n, to: 3_200n }
const first = { first: 10 }

it.each<[string, EventQuery, bigint, { from: bigint; to: bigint }]>([
  ['the end of a range that is over', { range }, 10_000n, { from: 3_100n, to: 3_200n }],
  ['what is new by now, and whatever says that it is newer', { range }, 1_600n, { from: 1_550n, to: 3_200n }],
])('is %s', (_, query, now, stretch) => {
  expect(newestStretch(2, query, first, now)).toEqual(stretch)
})

it('goes on behind the row of a cursor', () => {
  const after = { time: 320n, eventId: 'any' }
  expect(newestStretch(2, { range }, { ...first, after }, 10_000n)).toEqual({ from: 310n, to: 3_200n })
})

it('is none where the oldest are asked for', () => {
  expect(newestStretch(2, { range }, { ...first, oldestFirst: true }, 10_000n)).toBeUndefined()
})

it.each<[string, number, EventQuery, bigint]>([
  ['rows lie in the order of time', 1, { range }, 10_000n],
  ['a condition may leave few of them', 2, { range, outcome: ['failure'] }, 10_000n],
  ['the range is yet to come', 2, { range: { from: 20_000n, to: 30_000n } }, 10_000n],
  ['the range cannot be divided', 2, { range: { from: 0n, to: 31n } }, 10_000n],
])('is none where %s', (_, tenants, query, now) => {
  expect(newestStretch(tenants, query, first, now)).toBeUndefined()
})
