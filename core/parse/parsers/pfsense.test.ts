import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (program: string, message: string) =>
  parseLine(`<29>Mar 10 12:00:00 gw ${program}[7]: ${message}`, 'pfsense', context)

describe('pfsense', () => {
  it.each([
    [
      'php-fpm',
      "/index.php: webConfigurator authentication error for user 'anna' from: 203.0.113.9",
      { 'user.name': 'anna', 'source.ip': '203.0.113.9', 'event.outcome': 'failure' },
    ],
    [
      'audit',
      "/index.php: Web GUI authentication error for 'anna' from 203.0.113.9",
      { 'user.name': 'anna', 'source.ip': '203.0.113.9', 'event.action': 'logon-failed' },
    ],
    [
      'openvpn',
      '203.0.113.9:37849 [anna] Peer Connection Initiated with [AF_INET]203.0.113.9:37849',
      { 'user.name': 'anna', 'source.port': 37849, 'event.type': ['connection', 'info', 'start'] },
    ],
    [
      'openvpn',
      'TLS Error: cannot locate HMAC in incoming packet from [AF_INET]203.0.113.9:34745',
      { 'source.ip': '203.0.113.9', 'event.outcome': 'failure' },
    ],
    [
      'charon',
      '14[NET] <con1|11> sending packet: from 198.51.100.2[500] to 203.0.113.9[500] (464 bytes)',
      {
        'source.ip': '198.51.100.2',
        'destination.port': 500,
        'network.bytes': 464,
        'network.protocol': 'ipsec',
      },
    ],
    [
      'unbound',
      '[7:0] info: 10.0.0.7 example.org. A IN',
      { 'dns.question.name': 'example.org', 'dns.question.type': 'A', 'source.ip': '10.0.0.7' },
    ],
  ])('%s: %s', (program, message, expected) => {
    expect(read(program, message).fields).toMatchObject({
      'observer.vendor': 'netgate',
      'observer.name': 'gw',
      ...expected,
    })
  })

  it('hands on what others read, and adds the observer', () => {
    const found = read('dhcpd', 'DHCPDISCOVER from 00:00:5e:00:53:07 via igb1')
    expect(found.parser).toBe('dhcpd@1')
    expect(found.fields).toMatchObject({ 'observer.vendor': 'netgate', 'event.action': 'dhcpdiscover' })
  })

  it('is asked for its own messages only when the source does not say pfSense', () => {
    expect(parseLine('<29>Mar 10 12:00:00 gw charon[7]: 08[CFG] x', 'auto', context).parser).not.toMatch(
      /^pfsense@/,
    )
  })
})
