import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './strongswan.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [
    0,
    {
      'event.action': 'ike-established',
      'event.outcome': 'success',
      'source.ip': '203.0.113.9',
      'user.name': 'anna',
    },
  ],
  [1, { 'event.action': 'authentication-failed', 'event.outcome': 'failure', 'user.name': 'anna' }],
  [2, { 'source.ip': '203.0.113.9', 'source.port': 500, 'destination.ip': '10.0.0.5' }],
])('reads sample %i', (i, fields) => {
  expect(read(parser.samples[i])).toMatchObject({ parser: 'strongswan@1', fields })
})

it('leaves others', () => {
  expect(read('07 [IKE] a').parser).toBe('raw@1')
})
