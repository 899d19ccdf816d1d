import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './openvpn.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('openvpn', () => {
  it.each([
    [
      0,
      { 'client.ip': '203.0.113.9', 'client.port': 59321, 'client.nat.ip': '10.8.0.6', 'user.name': 'anna' },
    ],
    [1, { 'event.outcome': 'failure', 'event.action': 'authentication-failed', 'user.name': 'anna' }],
    [
      2,
      {
        'event.action': 'connected',
        'event.outcome': 'success',
        'client.domain': 'anna',
        'source.ip': '203.0.113.9',
      },
    ],
  ])('reads sample %i', (i, fields) => {
    expect(read(parser.samples[i])).toMatchObject({
      parser: 'openvpn@1',
      time: 1_773_144_000_000_000_000n,
      fields,
    })
  })

  it.each([
    ['2026-03-10 12:00:00 anna,10.8.0.4,', { 'client.domain': 'anna', 'client.nat.ip': '10.8.0.4' }],
    ['2026-03-10 12:00:00 TUN/TAP device tun0 opened', { 'observer.ingress.interface.name': 'tun0' }],
    [
      '2026-03-10 12:00:00 ROUTE_GATEWAY 10.0.0.1/255.0.0.0 IFACE=eth0 HWADDR=0',
      { 'observer.egress.interface.name': 'eth0' },
    ],
    [
      '2026-03-10 12:00:00 MULTI: multi_init called, r=256 v=256',
      { 'event.reason': 'MULTI: multi_init called, r=256 v=256' },
    ],
    [
      'Incorrect password supplied for LDAP DN "CN=Anna B,OU=users,DC=example,DC=org".',
      { 'user.name': 'Anna B', 'user.domain': 'example.org', 'event.outcome': 'failure' },
    ],
    [
      'Anna B/203.0.113.9:54254 Control Channel: TLSv1.2, cipher TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384, peer certificate: 4096 bits RSA',
      { 'tls.version': '1.2', 'user.name': 'Anna B' },
    ],
  ])('reads %s', (line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'openvpn@1', fields })
  })

  it.each(['2026-03-10 12:00:00 something else', 'Some text', '10.0.0.7:80 hello'])(
    'does not read %s',
    (line) => {
      expect(read(line).parser).not.toBe('openvpn@1')
    },
  )
})
