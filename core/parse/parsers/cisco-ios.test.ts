import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`<189>123: sw01: 000123: Mar 10 2026 12:00:00.5 UTC: ${message}`, 'auto', context)

describe('cisco-ios', () => {
  it.each([
    [
      '%SEC-6-IPACCESSLOGP: list outside-in denied tcp 203.0.113.9(40022) -> 10.0.0.7(22), 3 packets',
      {
        'event.code': 'IPACCESSLOGP',
        'event.action': 'deny',
        'event.type': ['info', 'denied'],
        'log.syslog.hostname': 'sw01',
        'log.level': 'informational',
        'source.ip': '203.0.113.9',
        'source.port': 40022,
        'destination.port': 22,
        'network.packets': 3,
        'network.type': 'ipv4',
        'rule.name': 'outside-in',
      },
    ],
    [
      '%SEC-6-IPACCESSLOGDP: list 101 permitted icmp 203.0.113.9 -> 10.0.0.7 (8/0), 1 packet',
      { 'event.action': 'allow', 'icmp.type': '8', 'icmp.code': '0' },
    ],
    [
      '%FMANFP-6-IPACCESSLOGP: R0/0: fman_fp_image: list edge denied udp 203.0.113.9(53) (GigabitEthernet0/1 0000.5e00.5307) -> 10.0.0.7(53), 1 packet',
      { message: expect.stringMatching(/^list edge/), 'source.port': 53, 'destination.ip': '10.0.0.7' },
    ],
    [
      '%SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: anna] [Source: 203.0.113.9] [localport: 22] [Reason: Login Authentication Failed] at 12:00:00 UTC Tue Mar 10 2026',
      {
        'source.user.name': 'anna',
        'source.ip': '203.0.113.9',
        'event.reason': 'Login Authentication Failed',
      },
    ],
    [
      '%SYS-6-LOGOUT: User anna has exited tty session 3(10.0.0.7)',
      { 'source.user.name': 'anna', 'source.ip': '10.0.0.7', 'cisco.ios.session.number': '3' },
    ],
    [
      '%SYS-5-CONFIG_I: Configured from console by anna on vty0 (10.0.0.7)',
      { 'user.name': 'anna', 'source.ip': '10.0.0.7' },
    ],
    [
      '%PARSER-5-CFGLOG_LOGGEDCMD: User:anna  logged command:no logging on',
      { 'process.command_line': 'no logging on' },
    ],
    [
      '%IOSXE-6-PLATFORM: R0/0: cpp_cp: QFP:0.0 Thread:001 TS:0001 %FW-6-SESS_AUDIT_TRAIL: (target:class) (a:b):Stop dns session: initiator (10.0.0.7:33207) sent 48 bytes -- responder (203.0.113.9:53) sent 40 bytes, from Gi0/0',
      { 'event.code': 'SESS_AUDIT_TRAIL', 'network.bytes': 88, 'destination.port': 53 },
    ],
    [
      '%PORT_SECURITY-2-PSECURE_VIOLATION: Security violation occurred, caused by MAC address 0000.5e00.5307 on port Gi1/0/2.',
      { 'source.mac': '00-00-5E-00-53-07', 'event.severity': 2 },
    ],
  ])('%s', (message, expected) => {
    expect(read(message).fields).toMatchObject(expected)
  })

  it('takes a source at its word when the header is not syslog', () => {
    const found = parseLine(
      'sw01: Mar 10 2026 12:00:00.5: %SYS-5-RESTART: System restarted',
      'cisco-ios',
      context,
    )
    expect([found.parser, found.fields['host.name'], found.time]).toEqual([
      'cisco-ios@1',
      'sw01',
      1_773_144_000_500_000_000n,
    ])
  })

  it('leaves ids of six digits to ASA, and texts that only begin so', () => {
    expect(read('%ASA-6-609001: Built local-host inside:10.0.0.7').parser).toBe('cisco-asa@1')
    expect(read('%something: else').parser).toBe('syslog@1')
  })
})

it('reads a tag that a blank closes, and knows servers that write so', () => {
  const aci = read('%LOG_LOCAL0-2-SYSTEM_MSG [F1394][raised][port-down][critical]')
  expect([aci.parser, aci.fields['log.level']]).toEqual(['cisco-ios@1', 'critical'])
  const ucs = parseLine(
    '<189>: Mar 10 2026 12:00:00 UTC : %UCSM-6-AUDIT: [session][internal][creation] anna logged in',
    'auto',
    context,
  )
  expect(ucs.fields).toMatchObject({ 'observer.product': 'UCS Manager', 'event.module': 'cisco_ucs' })
})
