import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './bind.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('bind', () => {
  it.each([
    [
      parser.samples[0],
      {
        'source.ip': '10.0.0.7',
        'source.port': 55575,
        'dns.question.name': 'www.example.org',
        'dns.question.type': 'AAAA',
        'dns.question.class': 'IN',
        'dns.header_flags': ['RD', 'CD'],
        'network.transport': 'tcp',
        'destination.ip': '10.0.0.53',
      },
    ],
    [
      parser.samples[1],
      {
        'event.action': 'denied',
        'event.outcome': 'failure',
        'source.ip': '203.0.113.9',
        'dns.question.type': 'AXFR',
      },
    ],
    [parser.samples[2], { 'event.action': 'rpz-rewrite', 'dns.question.name': 'bad.example.org' }],
    [
      parser.samples[3],
      {
        'event.reason': 'connection refused',
        'event.outcome': 'failure',
        'dns.question.name': 'www.example.org',
        'dns.question.type': 'A',
        'server.ip': '203.0.113.53',
        'server.port': 53,
      },
    ],
    [
      'client 10.0.0.7#34229 (www.example.org): answer: www.example.org IN A (10.0.0.53) -> NOERROR 174 A 203.0.113.9',
      { 'dns.type': 'answer', 'dns.response_code': 'NOERROR', 'destination.ip': '10.0.0.53' },
    ],
    [
      "<30>Mar 10 12:00:00 ns named[7]: client 203.0.113.9#9334: view external: query (cache) './NS/IN' denied",
      { 'event.action': 'denied', 'dns.question.name': '.', 'source.ip': '203.0.113.9' },
    ],
    [
      "transfer of 'example.org/IN' from 10.0.0.1#53: Transfer status: host unreachable",
      { 'source.ip': '10.0.0.1', 'event.outcome': 'failure' },
    ],
    [
      'zone example.org/IN: www.example.org/A: bad owner name',
      { 'event.reason': 'bad owner name', 'dns.question.type': 'A' },
    ],
  ])('reads %s', (line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'bind@1', fields })
  })

  it.each(['client is fine', 'zone a', 'general: info: hello'])('does not read %s', (line) => {
    expect(read(line).parser).toBe('raw@1')
  })
})
