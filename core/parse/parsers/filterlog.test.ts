import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`<134>Mar 10 12:00:00 gw filterlog[7]: ${message}`, 'auto', context)

describe('filterlog', () => {
  it.each([
    [
      '5,,,1000000103,igb0,match,block,in,4,0x0,,52,4711,0,DF,6,tcp,60,203.0.113.9,198.51.100.2,40022,22,0,S,1,,64240,,mss;sackOK',
      {
        'event.action': 'block',
        'event.reason': 'match',
        'network.direction': 'inbound',
        'network.type': 'ipv4',
        'network.transport': 'tcp',
        'network.bytes': 60,
        'observer.name': 'gw',
        'observer.ingress.interface.name': 'igb0',
        'rule.id': '1000000103',
        'source.ip': '203.0.113.9',
        'source.port': 40022,
        'destination.port': 22,
        'pfsense.tcp.options': ['mss', 'sackOK'],
      },
    ],
    [
      '9,,,0,igb1,match,pass,out,6,0x00,0x00000,64,UDP,17,48,2001:db8::7,2001:db8::35,51826,53,40',
      {
        'network.type': 'ipv6',
        'network.direction': 'outbound',
        'network.iana_number': '17',
        'destination.ip': '2001:db8::35',
        'rule.id': '9',
      },
    ],
    [
      '9,,,7,igb1,match,block,in,6,0x00,0x00000,64,ICMPv6,58,48,2001:db8::7,ff02::1,',
      { 'network.transport': 'ipv6-icmp', 'source.ip': '2001:db8::7' },
    ],
  ])('%s', (message, expected) => {
    expect(read(message).fields).toMatchObject(expected)
  })

  it('reads its columns without a header', () => {
    const line = '77,,,a1b2,igb1,match,pass,in,4,0x0,,64,0,0,DF,1,icmp,84,10.0.0.7,10.0.0.1,request,1,2'
    expect(parseLine(line, 'auto', context)).toMatchObject({
      parser: 'filterlog@1',
      fields: { 'event.action': 'pass', 'source.ip': '10.0.0.7', 'network.transport': 'icmp' },
    })
  })

  it('leaves what has not its columns', () => {
    expect(read('1,2,3').parser).toBe('syslog@1')
  })
})
