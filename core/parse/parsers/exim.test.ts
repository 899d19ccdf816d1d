import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './exim.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('exim', () => {
  it.each([
    [
      parser.samples[0],
      {
        'event.action': 'authentication-failed',
        'source.ip': '203.0.113.9',
        'source.port': 41556,
        'source.domain': 'gw.example.org',
        'user.name': 'anna',
      },
    ],
    [
      parser.samples[1],
      {
        'event.action': 'reject',
        'source.ip': '203.0.113.9',
        'email.from.address': ['anna@example.org'],
        'email.to.address': ['bob@example.com'],
      },
    ],
    [
      parser.samples[2],
      {
        'event.action': 'received',
        'event.outcome': 'success',
        'user.name': 'anna',
        'source.ip': '203.0.113.9',
        'email.local_id': '1tqW5d-0000Dq-8i',
      },
    ],
    [
      '2026-03-10 12:00:00 plain authenticator failed for ([192.168.7.12]) [203.0.113.9]: 535 Incorrect authentication data',
      { 'source.ip': '203.0.113.9' },
    ],
    [
      '2026-03-10 12:00:00 no MAIL in SMTP connection from [203.0.113.9] I=[10.0.0.5]:25 D=10s',
      { 'event.action': 'no-mail', 'source.ip': '203.0.113.9' },
    ],
  ])('reads %s', (line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'exim@1', time: 1_773_144_000_000_000_000n, fields })
  })

  it.each(['2026-03-10 12:00:00 hello', '2026-03-10 12:00:00 no host name found for IP address 203.0.113.9'])(
    'does not read %s',
    (line) => {
      expect(read(line).parser).not.toBe('exim@1')
    },
  )
})
