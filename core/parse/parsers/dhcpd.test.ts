import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

it.each([
  [
    'DHCPREQUEST for 10.0.0.7 (10.0.0.1) from 00:00:5e:00:53:07 (laptop) via eth0',
    {
      'event.action': 'dhcprequest',
      'client.ip': '10.0.0.7',
      'source.ip': '10.0.0.7',
      'client.mac': '00-00-5E-00-53-07',
      'client.domain': 'laptop',
      'server.ip': '10.0.0.1',
      'observer.ingress.interface.name': 'eth0',
      'network.protocol': 'dhcp',
      'network.type': 'ipv4',
    },
  ],
  [
    'DHCPDISCOVER from 00:00:5e:00:53:07 via eth0: network 10.0.0.0/24: no free leases',
    { 'observer.ingress.interface.name': 'eth0', 'event.reason': 'network 10.0.0.0/24: no free leases' },
  ],
  [
    'Solicit message from fe80::7 port 546, transaction ID 0x3C21A2',
    { 'client.ip': 'fe80::7', 'client.port': 546, 'network.protocol': 'dhcpv6' },
  ],
  ['Listening on Socket/6/igb1/2001:db8::/64', { 'network.protocol': 'dhcp', 'network.transport': 'udp' }],
  ['DHCPNAK on 10.0.0.7 to 00:00:5e:00:53:07 via eth0', { 'event.outcome': 'failure' }],
  [
    'DHCPACK(eth0) 10.0.0.7 00:00:5e:00:53:07 pc7',
    {
      'event.dataset': 'dnsmasq.dhcp',
      'event.action': 'dhcpack',
      'event.outcome': 'success',
      'client.ip': '10.0.0.7',
      'client.mac': '00-00-5E-00-53-07',
      'client.domain': 'pc7',
      'observer.ingress.interface.name': 'eth0',
    },
  ],
  ['DHCPDISCOVER(eth0) 00:00:5e:00:53:07', { 'client.mac': '00-00-5E-00-53-07' }],
])('dhcpd: %s', (message, expected) => {
  expect(parseLine(`<190>Mar 10 12:00:00 gw dhcpd[7]: ${message}`, 'auto', context).fields).toMatchObject(
    expected,
  )
})

it('leaves others', () => {
  expect(parseLine('DHCP', 'auto', context).parser).toBe('raw@1')
})
