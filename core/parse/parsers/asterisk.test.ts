import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './asterisk.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('asterisk', () => {
  it.each([
    [
      parser.samples[0],
      {
        'event.action': 'authentication-failed',
        'source.ip': '203.0.113.9',
        'source.port': 5060,
        'event.reason': 'Wrong password',
        'user.name': '301',
      },
    ],
    [
      parser.samples[1],
      {
        'event.action': 'InvalidAccountID',
        'source.ip': '203.0.113.9',
        'source.port': 5070,
        'event.outcome': 'failure',
        'user.name': '301',
      },
    ],
    [
      "[2026-03-10 12:00:00] NOTICE[1][C-0f] chan_sip.c: Call from '' (203.0.113.9:10836) to extension '09' rejected because extension not found",
      { 'source.ip': '203.0.113.9' },
    ],
    [
      "[2026-03-10 12:00:00] NOTICE[1]: chan_iax2.c: Host 203.0.113.9 failed to authenticate as 'anna'",
      { 'user.name': 'anna', 'source.ip': '203.0.113.9' },
    ],
  ])('reads %s', (line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'asterisk@1', time: 1_773_144_000_000_000_000n, fields })
  })

  it('reads its syslog', () => {
    const line =
      '<12>Mar 10 12:00:00 pbx asterisk[7]: WARNING[1]: Ext. s:6 in @ x: "Rejecting unknown SIP connection from 203.0.113.9"'
    expect(read(line).fields).toMatchObject({
      'event.action': 'call-rejected',
      'source.ip': '203.0.113.9',
      'host.name': 'pbx',
    })
  })

  it('leaves others', () => {
    expect(read('[2026-03-10 12:00:00] hello').parser).toBe('raw@1')
  })
})
