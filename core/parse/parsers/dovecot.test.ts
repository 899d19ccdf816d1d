import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './dovecot.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('dovecot', () => {
  it.each([
    [
      parser.samples[0],
      {
        'event.action': 'authentication-failed',
        'source.ip': '203.0.113.9',
        'user.name': 'anna',
        'destination.ip': '10.0.0.5',
      },
    ],
    [
      parser.samples[1],
      { 'event.action': 'logged-in', 'event.outcome': 'success', 'network.protocol': 'imap' },
    ],
    [
      parser.samples[2],
      { 'event.outcome': 'failure', 'source.ip': '203.0.113.9', 'event.reason': 'Password mismatch' },
    ],
    [
      '<22>Mar 10 12:00:00 mx dovecot: pop3-login: Disconnected (no auth attempts in 10 secs): user=<>, rip=203.0.113.9, lip=10.0.0.5',
      { 'event.action': 'disconnected', 'source.ip': '203.0.113.9' },
    ],
    [
      '<22>Mar 10 12:00:00 mx dovecot: imap(anna): Logged out in=7 out=9',
      { 'event.action': 'logged-out', 'user.name': 'anna' },
    ],
  ])('reads %s', (line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'dovecot@1', fields })
  })

  it('reads the time of multilog', () => {
    expect(read(`@4000000069b00ceb075bca00 ${parser.samples[0]}`).time).toBe(1_773_145_313_123_456_000n)
  })

  it('leaves others', () => {
    expect(read('auth: hello').parser).toBe('raw@1')
  })
})
