import { expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { nearness, rankRelated, weightOf } from './rank-related.ts'
import type { SharedValue } from './shared-values.ts'

const SECOND = 1_000_000_000n
const span = { from: 1_000n * SECOND, to: 1_100n * SECOND }

function event(name: string, seconds: number): Event {
  const ids = { eventId: name, tenantId: 't', sourceId: 's', payloadId: 'p', position: 0 }
  const own = { site: '', received: 0, raw: name, parser: 'test@1', backfill: false, fields: {} }
  return { ...ids, ...own, time: BigInt(Math.round(seconds * 1e9)) }
}

const shared: readonly SharedValue[] = [
  { kind: 'user', value: 'alice', everywhere: true },
  { kind: 'address', value: '198.51.100.7', everywhere: true },
  { kind: 'process', value: '812', onHost: 'ws-9', everywhere: false },
]
const weights = [1, 6, 4]
const rank = (...candidates: readonly (readonly [name: string, seconds: number, shares: number[]])[]) =>
  rankRelated(
    candidates.map(([name, seconds, shares]) => ({ event: event(name, seconds), shares })),
    shared,
    weights,
    span,
  )

it('puts what shares rarer values first', () => {
  const ranked = rank(['common', 900, [0]], ['rare', 900, [1]], ['both', 900, [0, 1]])
  expect(ranked.map((one) => one.event.raw)).toEqual(['both', 'rare', 'common'])
})

it('puts the nearer first of what shares the same, and lets much in common win over nearness', () => {
  const ranked = rank(['far', 0, [0]], ['near', 958, [0]], ['within', 1_050, [0]], ['far but rare', 0, [1]])
  expect(ranked.map((one) => one.event.raw)).toEqual(['far but rare', 'within', 'near', 'far'])
})

it('gives its reasons, the weightiest first', () => {
  const reasons = (seconds: number) => rank(['one', seconds, [0, 2, 1]])[0]?.reasons
  expect(reasons(958)).toEqual([
    'same address 198.51.100.7',
    'same process 812 on ws-9',
    'same user alice',
    '42 s before',
  ])
  expect([999.5, 1_050, 1_101, 1_400, 9_000, 400_000].map((seconds) => reasons(seconds)?.at(-1))).toEqual([
    'less than 1 s before',
    'while it happened',
    '1 s after',
    '5 min after',
    '2 h after',
    '4 days after',
  ])
})

it('orders equals by time, then id', () => {
  const ranked = rank(['c', 1_050, [0]], ['b', 1_050, [0]], ['a', 1_060, [0]])
  expect(ranked.map((one) => one.event.raw)).toEqual(['b', 'c', 'a'])
})

it('weighs by rarity, and lifts by nearness at most to the double', () => {
  expect(weightOf(1, 1_023)).toBe(10)
  expect(weightOf(1_024, 1_023)).toBe(0)
  expect(weightOf(0, 1)).toBe(1)
  expect([0, 60, 1e9].map((seconds) => Math.round(nearness(seconds) * 100))).toEqual([200, 150, 100])
})
