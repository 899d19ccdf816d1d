import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`<30>Mar 10 12:00:00 gw ${message}`, 'auto', context)

describe('mikrotik', () => {
  it.each([
    [
      'firewall,info drop-wan forward: in:ether1 out:bridge, connection-state:new src-mac 00:00:5e:00:53:07, proto TCP (SYN), 203.0.113.9:40022->10.0.0.7:22, len 60',
      {
        'event.action': 'drop',
        'rule.name': 'drop-wan',
        'mikrotik.chain': 'forward',
        'mikrotik.topics': ['firewall', 'info'],
        'observer.ingress.interface.name': 'ether1',
        'observer.egress.interface.name': 'bridge',
        'observer.name': 'gw',
        'source.ip': '203.0.113.9',
        'source.port': 40022,
        'source.mac': '00-00-5E-00-53-07',
        'destination.port': 22,
        'network.transport': 'tcp',
        'network.bytes': 60,
      },
    ],
    [
      'firewall,info input: in:ether1 out:(unknown 0), proto UDP, [2001:db8::9]:5353->[ff02::fb]:5353, len 60',
      {
        'source.ip': '2001:db8::9',
        'destination.port': 5353,
        'network.type': 'ipv6',
        'event.action': 'firewall-rule',
      },
    ],
    [
      'system,error,critical login failure for user anna from 203.0.113.9 via ssh',
      {
        'event.action': 'logon-failed',
        'user.name': 'anna',
        'source.ip': '203.0.113.9',
        'log.level': 'critical',
      },
    ],
    [
      'system,info,account user anna logged in from 10.0.0.7 via winbox',
      { 'event.action': 'logged-in', 'network.protocol': 'winbox' },
    ],
    [
      'dhcp,info: defconf assigned 10.0.0.9 to 00:00:5E:00:53:09',
      { 'event.action': 'address-assigned', 'client.ip': '10.0.0.9', 'client.mac': '00-00-5E-00-53-09' },
    ],
    [
      'system,info filter rule changed by anna',
      { 'event.action': 'configuration-changed', 'user.name': 'anna' },
    ],
    ['interface,info ether1 link down', { 'event.action': 'interface-down' }],
  ])('%s', (message, expected) => {
    const found = read(message)
    expect(found.parser).toBe('mikrotik@1')
    expect(found.fields).toMatchObject(expected)
  })

  it('leaves what only begins so', () => {
    expect(parseLine('in: the beginning', 'auto', context).parser).toBe('raw@1')
  })
})
