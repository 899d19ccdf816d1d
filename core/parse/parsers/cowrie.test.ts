import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './cowrie.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [
    0,
    {
      'event.action': 'login.failed',
      'event.outcome': 'failure',
      'user.name': 'root',
      'destination.port': 2222,
    },
  ],
  [1, { 'event.action': 'command.input', 'process.command_line': 'uname -a' }],
])('reads sample %i', (i, fields) => {
  expect(read(parser.samples[i])).toMatchObject({
    parser: 'cowrie@1',
    time: 1_773_144_000_123_000_000n,
    fields: { 'source.ip': '203.0.113.9', 'observer.type': 'honeypot', ...fields },
  })
})

it('leaves other objects', () => {
  expect(read('{"eventid":"x","session":"y"}').parser).toBe('json@1')
})
