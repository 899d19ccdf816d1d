import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './coredns.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a query', () => {
  expect(read(`2026-03-10T12:00:00.5Z ${parser.samples[0]}`)).toMatchObject({
    parser: 'coredns@1',
    time: 1_773_144_000_500_000_000n,
    fields: {
      'source.ip': '10.0.0.7',
      'source.port': 53202,
      'source.bytes': 48,
      'destination.bytes': 174,
      'network.bytes': 222,
      'dns.id': '17',
      'dns.question.name': 'www.example.org',
      'dns.question.type': 'A',
      'dns.question.class': 'IN',
      'dns.response_code': 'NOERROR',
      'dns.header_flags': ['AA', 'RD'],
      'event.duration': 150_566,
      'event.outcome': 'success',
    },
  })
})

it('reads IPv6 clients and names that do not exist', () => {
  expect(read('[INFO] [::1]:7 - 1 "A IN x. tcp 4 true 512" NXDOMAIN qr 5 0.1s').fields).toMatchObject({
    'source.ip': '::1',
    'event.outcome': 'failure',
    'network.iana_number': '6',
  })
})

it('reads errors', () => {
  expect(read(parser.samples[1]).fields).toMatchObject({
    'dns.question.name': 'www.example.org',
    'event.reason': 'dial tcp 203.0.113.9:853: i/o timeout',
    'log.level': 'error',
  })
})

it.each(['[INFO] started', '[INFO] a - 1 "A IN x." NOERROR', '2026 [INFO] 10.0.0.7:1 - 1 "A"'])(
  'not %s',
  (line) => {
    expect(read(line).parser).toBe('raw@1')
  },
)
