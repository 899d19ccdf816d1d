import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './mongodb.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [
    0,
    {
      'log.level': 'I',
      'mongodb.log.component': 'NETWORK',
      'source.ip': '203.0.113.9',
      'source.port': 51012,
    },
  ],
  [
    1,
    {
      'event.action': 'authentication-failed',
      'event.outcome': 'failure',
      'user.name': 'anna',
      'source.ip': '203.0.113.9',
    },
  ],
  [
    2,
    { 'event.action': 'authenticate', 'event.outcome': 'failure', 'user.name': 'anna', 'source.port': 51012 },
  ],
])('reads sample %i', (i, fields) => {
  expect(read(parser.samples[i])).toMatchObject({
    parser: 'mongodb@1',
    time: 1_773_144_000_123_000_000n,
    fields,
  })
})

it('leaves other objects', () => {
  expect(read('{"ctx":1,"msg":2,"s":3,"t":4}').parser).toBe('json@1')
})
