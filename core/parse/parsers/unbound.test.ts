import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './unbound.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [
    0,
    {
      'source.ip': '10.0.0.7',
      'dns.question.name': 'www.example.org',
      'dns.question.type': 'A',
      'process.pid': 17265,
    },
  ],
  [
    1,
    {
      'dns.response_code': 'SERVFAIL',
      'event.outcome': 'failure',
      'event.duration': 17_445_000,
      'dns.type': 'answer',
    },
  ],
  [2, { 'event.action': 'denied', 'source.port': 53433, 'unbound.local_zone.type': 'deny' }],
])('reads sample %i', (i, fields) => {
  expect(read(parser.samples[i])).toMatchObject({ parser: 'unbound@1', fields })
})

it('reads what NSD refuses, and its time', () => {
  const { time, fields } = read(
    '[1773144000] nsd[7]: info: axfr for zone example.org. from client 203.0.113.9 refused, no acl',
  )
  expect(time).toBe(1_773_144_000_000_000_000n)
  expect(fields).toMatchObject({ 'event.action': 'denied', 'source.ip': '203.0.113.9' })
})

it('does not read others', () => {
  expect(read('[7] info: hello').parser).toBe('raw@1')
})
