import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './redis.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [0, 1_773_144_000_123_000_000n, { 'process.pid': 4961, 'redis.log.role': 'master', 'log.level': 'notice' }],
  [1, 1_773_144_000_000_000_000n, { 'process.pid': 2932, 'log.level': 'verbose' }],
  [2, 1_773_144_000_000_000_000n, { 'process.pid': 5092, message: 'Received SIGINT scheduling shutdown...' }],
])('reads sample %i', (i, time, fields) => {
  expect(read(parser.samples[i])).toMatchObject({ parser: 'redis@1', time, fields })
})

it('does not read others', () => {
  expect(read('4961:Q 10 Mar 12:00:00 * a').parser).not.toBe('redis@1')
})
