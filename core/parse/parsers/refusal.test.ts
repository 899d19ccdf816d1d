import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

describe('refusal', () => {
  it.each([
    ["bad password attempt for user 'anna' from 203.0.113.9:40022", 'anna', '203.0.113.9'],
    ['LOGIN FAILED, user=anna@example.org, ip=[::ffff:203.0.113.9]', 'anna@example.org', '203.0.113.9'],
    [
      'badlogin: gw.example.org [203.0.113.9] plain SASL(-13): authentication failure',
      undefined,
      '203.0.113.9',
    ],
    [
      "Registration from '<sip:301@192.0.2.1>' failed for '203.0.113.9' - Wrong password",
      undefined,
      '203.0.113.9',
    ],
    ['Login failed user=anna auth=anna host=gw.example.org [203.0.113.9]', 'anna', '203.0.113.9'],
    ['Username or password is incorrect. IP: 2001:db8::7. Username: anna.', undefined, '2001:db8::7'],
    [
      'authentication failure; rhost=203.0.113.9 user=anna@pve msg=invalid credentials',
      'anna@pve',
      '203.0.113.9',
    ],
    [
      'block(1): tcp/accept: 203.0.113.9.50550 192.0.2.1.1080: authentication failed for user "anna"',
      'anna',
      '203.0.113.9',
    ],
    [
      'Authentication: FAILED :: User Name: anna :: Viewer Address: 203.0.113.9 :: authentication failed',
      'anna',
      '203.0.113.9',
    ],
  ])('%s', (line, user, address) => {
    for (const text of [line, `Mar 10 12:00:00 gw01 somed[7]: ${line}`]) {
      const { parser, fields } = read(text)
      expect([parser, fields['source.ip'], fields['event.outcome']]).toEqual([
        'refusal@1',
        address,
        'failure',
      ])
      if (user !== undefined) expect(fields['user.name']).toBe(user)
      expect(fields['event.action']).toBe('authentication-failed')
    }
  })

  it('tells refusals from log-ins, takes names of hosts, and the time', () => {
    expect(read('[2026-03-10 12:00:00] somed: call from gw.example.org rejected')).toMatchObject({
      time: 1_773_144_000_000_000_000n,
      fields: { 'event.action': 'access-refused', 'source.domain': 'gw.example.org' },
    })
  })

  it('reads what logging libraries wrote', () => {
    expect(read('2026-03-10 12:00:00.123 [WRN] Failed login attempt. 203.0.113.9')).toMatchObject({
      parser: 'refusal@1',
      time: 1_773_144_000_123_000_000n,
      fields: { 'log.level': 'warn', 'source.ip': '203.0.113.9' },
    })
  })

  it.each(['login failed for anna', 'connected from 203.0.113.9', 'the door failed'])(
    'does not read %s',
    (line) => expect(read(line).parser).toBe('raw@1'),
  )
})
