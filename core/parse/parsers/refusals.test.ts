import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('refusals', () => {
  it.each([
    [
      '2026-03-10 12:00:00 Failed login attempt for user anna from 203.0.113.9',
      'authentication-failed',
      'anna',
    ],
    ['[10-Mar-2026 12:00:00]: FAILED login for anna from 203.0.113.9', 'authentication-failed', 'anna'],
    [
      '2026-03-10 12:00:00 [ERROR] Username or password is incorrect. IP: 203.0.113.9. Username: anna',
      'authentication-failed',
      'anna',
    ],
    ['2026-03-10 12:00:00 Relay attempt from IP address 203.0.113.9 rejected', 'access-denied', undefined],
    ['2026-03-10 12:00:00 AUTHFAIL: user=anna ip=::ffff:203.0.113.9', 'authentication-failed', 'anna'],
  ])('reads %s', (line, action, user) => {
    expect(read(line)).toMatchObject({
      parser: 'refusals@1',
      time: 1_773_144_000_000_000_000n,
      fields: { 'event.action': action, 'event.outcome': 'failure', 'source.ip': '203.0.113.9' },
    })
    expect(read(line).fields['user.name']).toBe(user)
  })

  it('takes the last address: names before it are the client’s', () => {
    expect(read('app: Login failed for admin from 10.0.0.7. from 203.0.113.9').fields['source.ip']).toBe(
      '203.0.113.9',
    )
  })

  it('reads inside syslog', () => {
    const { fields } = read(
      '<38>Mar 10 12:00:00 mail imapd: LOGIN FAILED, user=anna, ip=[::ffff:203.0.113.9]',
    )
    expect(fields).toMatchObject({
      'source.ip': '203.0.113.9',
      'host.name': 'mail',
      'event.provider': 'imapd',
    })
  })

  it.each([
    'Login of anna from 203.0.113.9',
    'authentication failed',
    'Authentication succeeded for anna from 203.0.113.9, no error',
    'disk failure on sda',
  ])('does not read %s', (line) => {
    expect(read(line).parser).toBe('raw@1')
  })
})
