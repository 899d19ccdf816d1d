import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const PACKET =
  'IN=eth0 OUT= MAC=00:00:5e:00:53:01:00:00:5e:00:53:02:08:00 SRC=203.0.113.9 DST=198.51.100.2 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=4711 DF PROTO=TCP SPT=40022 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0'
const read = (prefix: string, packet = PACKET) =>
  parseLine(`<4>Mar 10 12:00:00 gw kernel: ${prefix}${packet}`, 'auto', context)

describe('netfilter', () => {
  it('reads the packet', () => {
    expect(read('[ 8123.456789] [UFW BLOCK] ').fields).toMatchObject({
      'event.action': 'block',
      'event.type': ['denied', 'connection'],
      'observer.name': 'gw',
      'observer.ingress.interface.name': 'eth0',
      'source.ip': '203.0.113.9',
      'source.port': 40022,
      'source.mac': '00-00-5E-00-53-02',
      'destination.mac': '00-00-5E-00-53-01',
      'destination.port': 22,
      'network.transport': 'tcp',
      'network.type': 'ipv4',
      'network.bytes': 60,
      'iptables.tcp.flags': ['SYN'],
    })
  })

  it.each([
    ['[WAN_IN-3001-A]', { 'rule.name': 'WAN_IN', 'rule.id': '3001', 'event.action': 'accept' }],
    [
      '[wan-lan-default-D]',
      {
        'observer.ingress.zone': 'wan',
        'observer.egress.zone': 'lan',
        'event.type': ['denied', 'connection'],
      },
    ],
    [
      '[WAN_LOCAL-R-2147483647] DESCR="no ssh" ',
      { 'event.action': 'reject', 'rule.id': '2147483647', 'rule.description': 'no ssh' },
    ],
    ['iptables DROP_INPUT: ', { 'event.action': 'drop_input' }],
    ['', { 'event.type': ['connection'] }],
  ])('reads the prefix %s', (prefix, expected) => {
    expect(read(prefix).fields).toMatchObject(expected)
  })

  it('reads IPv6, protocols by number, and the packet itself where an error quotes another', () => {
    expect(
      read('', 'IN= OUT=lo SRC=2001:db8::9 DST=2001:db8::1 LEN=104 HOPLIMIT=64 PROTO=ICMPv6 TYPE=128 CODE=0')
        .fields,
    ).toMatchObject({
      'network.transport': 'ipv6-icmp',
      'network.iana_number': '58',
      'network.type': 'ipv6',
    })
    expect(read('', 'IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 PROTO=47').fields['network.transport']).toBe(
      'gre',
    )
    expect(
      read(
        '',
        'IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 PROTO=ICMP TYPE=3 CODE=1 [SRC=10.0.0.2 DST=10.0.0.9 PROTO=UDP SPT=1 DPT=2 ]',
      ).fields,
    ).toMatchObject({ 'source.ip': '10.0.0.1', 'network.transport': 'icmp' })
  })

  it('leaves other messages of the kernel', () => {
    expect(read('', 'device eth0 entered promiscuous mode').parser).toBe('syslog@1')
  })
})
