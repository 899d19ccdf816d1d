import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`<189>sw02: 2026 Mar 10 12:00:00 UTC: ${message}`, 'auto', context).fields

describe('cisco-nexus', () => {
  it.each([
    [
      '%ETHPORT-5-IF_DOWN_ADMIN_DOWN: Interface Ethernet1/42 is down (Administratively down)',
      {
        'event.code': 'IF_DOWN_ADMIN_DOWN',
        'observer.name': 'sw02',
        'observer.product': 'Nexus',
        'event.severity': 5,
      },
    ],
    [
      '%AUTHPRIV-3-SYSTEM_MSG: pam_aaa:Authentication failed for user anna from 203.0.113.9 - sshd[10021]',
      {
        'event.outcome': 'failure',
        'event.category': ['authentication'],
        'user.name': 'anna',
        'source.ip': '203.0.113.9',
        'process.name': 'sshd',
        'process.pid': 10021,
      },
    ],
    [
      '%VSHD-5-VSHD_SYSLOG_CONFIG_I: Configured from vty by anna on 10.0.0.7@pts/0',
      { 'user.name': 'anna', 'source.ip': '10.0.0.7' },
    ],
    ['%SYSMGR-5-CFGWRITE_STARTED: Configuration copy started (PID 9762).', { 'process.pid': 9762 }],
  ])('%s', (message, expected) => {
    expect(read(message)).toMatchObject(expected)
  })

  it('reads facilities that IOS has too when the source says so', () => {
    const line =
      '<189>sw02: 2026 Mar 10 12:00:00 UTC: %CDP-4-DUPLEX_MISMATCH: Duplex mismatch discovered on Ethernet1/47'
    expect(parseLine(line, 'cisco-nexus', context).parser).toBe('cisco-nexus@1')
    expect(parseLine(line, 'auto', context).parser).toBe('cisco-ios@1')
  })
})
