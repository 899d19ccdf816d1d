import { expect, it } from 'vitest'
import { inferZone } from './infer-zone.ts'

const NOON = 1_773_144_000_000_000_000n
const hours = (count: number): bigint => BigInt(Math.round(count * 3600)) * 1_000_000_000n

it.each([
  ['the same', 0, 0, 0],
  ['an hour east', 1, 0, 60],
  ['beside the zone that was assumed', 1, 120, 180],
  ['west by a half', -3.5, 0, -210],
  ['some seconds late', 1.01, 0, 60],
  ['an odd distance', 0.1, 60, 60],
  ['years', 24 * 400, 0, 0],
])('%s', (_, apart, assumed, zone) => {
  expect(inferZone(NOON + hours(apart), NOON, assumed)).toBe(zone)
})

it('keeps the zone of a message without an envelope', () => expect(inferZone(NOON, undefined, 60)).toBe(60))
