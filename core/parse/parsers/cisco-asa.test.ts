import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 2026 12:00:00 fw01 : ${message}`, 'auto', context).fields

describe('cisco-asa', () => {
  it('takes the foreign end of an outbound connection for the destination', () => {
    expect(
      read(
        '%ASA-6-302013: Built outbound TCP connection 8123 for outside:203.0.113.9/443 (203.0.113.9/443) to inside:10.0.0.7/51826 (198.51.100.2/4711)(LOCAL\\\\anna)',
      ),
    ).toMatchObject({
      'event.code': '302013',
      'event.severity': 6,
      'log.level': 'informational',
      'observer.hostname': 'fw01',
      'network.direction': 'outbound',
      'network.transport': 'tcp',
      'network.iana_number': '6',
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'source.nat.ip': '198.51.100.2',
      'source.nat.port': 4711,
      'source.user.name': 'anna',
      'destination.ip': '203.0.113.9',
      'destination.port': 443,
      'observer.ingress.interface.name': 'inside',
      'observer.egress.interface.name': 'outside',
    })
  })

  it('leaves out a translation that changed nothing', () => {
    const fields = read(
      '%ASA-6-302015: Built inbound UDP connection 9 for outside:203.0.113.9/53 (203.0.113.9/53) to inside:10.0.0.7/53 (10.0.0.7/53)',
    )
    expect(fields).toMatchObject({ 'source.ip': '203.0.113.9', 'destination.ip': '10.0.0.7' })
    expect(Object.keys(fields).filter((name) => name.includes('.nat.'))).toEqual([])
  })

  it('counts a span back from the time of the envelope', () => {
    expect(
      read(
        '%ASA-6-302014: Teardown TCP connection 8123 for outside:203.0.113.9/443 to inside:10.0.0.7/51826 duration 0:01:07 bytes 3811 TCP FINs from inside (anna)',
      ),
    ).toMatchObject({
      'event.duration': 67e9,
      'event.start': '2026-03-10T11:58:53.000Z',
      'event.end': '2026-03-10T12:00:00.000Z',
      'event.reason': 'TCP FINs',
      'network.bytes': 3811,
      'cisco.asa.termination_initiator': 'inside',
    })
  })

  it.each([
    [
      '%ASA-4-106023: Deny icmp src outside:203.0.113.9 dst dmz:10.0.1.4 (type 8, code 0) by access-group "from_outside" [0x0, 0x0]',
      {
        'rule.name': 'from_outside',
        'network.transport': 'icmp',
        'source.ip': '203.0.113.9',
        'destination.ip': '10.0.1.4',
        'cisco.asa.icmp_type': 8,
      },
    ],
    [
      '%ASA-session-5-106100: access-list from_inside denied tcp inside/10.0.0.7(51826)(LOCAL\\\\anna) -> outside/203.0.113.9(443) hit-cnt 1 first hit [0x1, 0x0]',
      {
        'event.type': ['connection', 'denied'],
        'source.ip': '10.0.0.7',
        'source.port': 51826,
        'source.user.name': 'anna',
        'destination.port': 443,
      },
    ],
    [
      '%ASA-3-106010: Deny inbound protocol 47 src outside:203.0.113.9 dst inside:10.0.0.7',
      { 'network.iana_number': '47', 'network.direction': 'inbound' },
    ],
    [
      '%ASA-6-302020: Built inbound ICMP connection for faddr 203.0.113.9/0(LOCAL\\\\anna) gaddr 198.51.100.2/0 laddr 10.0.0.7/0 type 8 code 0',
      {
        'source.ip': '10.0.0.7',
        'source.nat.ip': '198.51.100.2',
        'destination.ip': '203.0.113.9',
        'destination.user.name': 'anna',
      },
    ],
    [
      '%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 10.0.0.5 : user = anna@example.org : user IP = 203.0.113.9',
      {
        'cisco.asa.rejection_reason': 'AAA failure',
        'destination.ip': '10.0.0.5',
        'source.user.name': 'anna',
        'source.user.email': 'anna@example.org',
        'source.ip': '203.0.113.9',
      },
    ],
    [
      '%ASA-4-113019: Group = Staff, Username = anna, IP = 203.0.113.9, Session disconnected. Session Type: SSL, Duration: 1d 0h:01m:52s, Bytes xmt: 32452, Bytes rcv: 7, Reason: Idle Timeout',
      {
        'event.duration': 86_512e9,
        'source.bytes': 32452,
        'destination.bytes': 7,
        'event.reason': 'Idle Timeout',
      },
    ],
    [
      "%ASA-5-111010: User 'anna', running 'CLI' from IP 10.0.0.7, executed 'write memory'",
      { 'process.command_line': 'write memory', 'server.user.name': 'anna', 'source.ip': '10.0.0.7' },
    ],
    [
      '%ASA-4-722037: Group <Staff> User <anna> IP <203.0.113.9> SVC closing connection: DPD failure.',
      {
        'source.user.name': 'anna',
        'source.ip': '203.0.113.9',
        'event.reason': 'SVC closing connection: DPD failure.',
      },
    ],
    [
      '%ASA-4-106016: Deny IP spoof from (10.0.0.7) to 2001:db8::1 on interface inside',
      { 'source.ip': '10.0.0.7', 'destination.ip': '2001:db8::1' },
    ],
    [
      '%ASA-4-999001: Something new from outside:203.0.113.9/40022 to inside:10.0.0.7/22 happened',
      { 'event.code': '999001', 'source.ip': '203.0.113.9', 'destination.port': 22 },
    ],
  ])('%s', (message, expected) => {
    expect(read(message)).toMatchObject(expected)
  })

  it('reads a message without any header, and leaves those of others', () => {
    expect(parseLine('%PIX-6-609001: Built local-host inside:10.0.0.7', 'auto', context).parser).toBe(
      'cisco-asa@1',
    )
    expect(parseLine('%SYS-5-RESTART: System restarted', 'cisco-asa', context).parser).toBe('cisco-ios@1')
  })
})

it('names the kin of ASA that writes as it does', () => {
  const product = (text: string) => read(text)['observer.product']
  expect(product('%ACE-3-251010: Health probe failed for server 10.0.0.7 on port 8443')).toBe('ACE')
  expect(product('%PIX-6-302013: Built outbound TCP connection 1 for outside:203.0.113.9/443')).toBe('PIX')
})
