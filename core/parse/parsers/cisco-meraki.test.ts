import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`<134>1 1773144000.774247089 gate-7 ${message}`, 'auto', context).fields

describe('cisco-meraki', () => {
  it.each([
    [
      "events type=wpa_deauth radio='1' vap='1' client_mac='00:00:5E:00:53:07' aid='4711'",
      {
        'event.action': 'wifi-wpa-failed-auth-or-deauth',
        'client.mac': '00-00-5E-00-53-07',
        'cisco_meraki.event_subtype': 'wpa_deauth',
        'observer.hostname': 'gate-7',
      },
    ],
    [
      'flows deny src=10.0.0.7 dst=203.0.113.9 mac=00:00:5E:00:53:07 protocol=tcp sport=51826 dport=445',
      {
        'event.action': 'layer3-firewall-denied-flow',
        'source.ip': '10.0.0.7',
        'source.mac': '00-00-5E-00-53-07',
        'destination.port': 445,
        'network.transport': 'tcp',
      },
    ],
    [
      'vpn_firewall src=10.0.0.7 dst=203.0.113.9 protocol=udp sport=51826 dport=53 pattern: deny all',
      { 'event.action': 'ip-session-initiated', 'cisco_meraki.firewall.action': 'deny' },
    ],
    [
      'ip_flow_start src=10.0.0.7 dst=203.0.113.9 protocol=tcp sport=1 dport=80 translated_src_ip=198.51.100.2 translated_port=4711',
      { 'source.ip': '10.0.0.7', 'source.nat.ip': '198.51.100.2', 'source.nat.port': 4711 },
    ],
    [
      "urls src=10.0.0.7:51826 dst=[2001:db8::9]:80 mac=00:00:5E:00:53:07 agent='curl 8' request: GET http://example.org/a.txt?src=1.1.1.1",
      {
        'source.port': 51826,
        'destination.ip': '2001:db8::9',
        'http.request.method': 'GET',
        'url.path': '/a.txt',
        'user_agent.original': 'curl 8',
      },
    ],
    [
      'security_event ids_alerted signature=1:42:2 priority=1 direction=ingress protocol=tcp/ip src=203.0.113.9:40022 dst=10.0.0.7:80 action=allow message: EXAMPLE attempt',
      { message: 'EXAMPLE attempt', 'event.action': 'ids-signature-matched', 'rule.id': '1:42:2' },
    ],
    [
      "airmarshal_events type=rogue_ssid_detected ssid='guest' src='00:00:5E:00:53:07' dst='00:00:5E:00:53:08' channel='6'",
      { 'source.mac': '00-00-5E-00-53-07', 'destination.mac': '00-00-5E-00-53-08', 'network.name': 'guest' },
    ],
    [
      'events dhcp lease of ip 10.0.0.7 from mx mac 00:00:5E:00:53:01 for client mac 00:00:5E:00:53:07 from router 10.0.0.1 on subnet 255.255.255.0 with dns 10.0.0.1',
      { 'client.ip': '10.0.0.7', 'server.mac': '00-00-5E-00-53-01', 'network.protocol': 'dhcp' },
    ],
    [
      "events type=anyconnect_vpn_auth_failure msg= 'RADIUS[373] Server IP=10.0.0.5 Server port=1812 Peer IP=203.0.113.9 Peer port=56735: Authentication request rejected. '",
      { 'source.ip': '203.0.113.9', 'source.port': 56735, 'destination.ip': '10.0.0.5' },
    ],
    ['events port 4 status changed from 100fdx to down', { 'event.action': 'port_status_changed' }],
  ])('%s', (message, expected) => {
    expect(read(message)).toMatchObject(expected)
  })

  it('reads its own header, and leaves words that are not its own', () => {
    const found = parseLine(
      '1773144000.774247089 gate-7 events carrier_change device port1 up true',
      'auto',
      context,
    )
    expect([found.parser, found.time]).toEqual(['cisco-meraki@1', 1_773_144_000_774_247_089n])
    expect(parseLine('firewall started', 'auto', context).parser).toBe('raw@1')
  })
})
