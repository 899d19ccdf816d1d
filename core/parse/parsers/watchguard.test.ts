import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './watchguard.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sentence = (id: string, text: string) =>
  read(`<142>Mar 10 13:00:00 fb01 FB0123456789A (2026-03-10T12:00:00) firewall[7]: msg_id="${id}" ${text}`)

describe('watchguard', () => {
  it('reads a packet with the header around it, its own time in UTC', () => {
    const { parser: by, time, fields } = read(`<142>Mar 10 13:00:00 fb01 ${parser.samples[0]}`)
    expect([by, time]).toEqual(['watchguard@1', 1_773_144_000_000_000_000n])
    expect(fields).toMatchObject({
      'observer.hostname': 'fb01',
      'observer.serial_number': 'FB0123456789A',
      'log.syslog.appname': 'firewall',
      'log.syslog.procid': '7',
      'source.ip': '10.0.0.7',
      'source.port': 51000,
      'destination.ip': '203.0.113.9',
      'destination.port': 80,
      'network.transport': 'tcp',
      'rule.name': ['HTTP-00'],
      'event.type': ['connection'],
      'event.outcome': 'success',
    })
  })

  it('reads what a proxy refused', () => {
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'event.category': ['web'],
      'event.type': ['error'],
      'event.outcome': 'failure',
      'rule.name': ['HTTP-proxy-00', 'bad'],
      'destination.domain': 'www.example.org',
      'url.path': '/a',
    })
  })

  it.each([
    [
      '0203-0004',
      "IKE phase-1 negotiation from 10.0.0.7:500 to 203.0.113.9:500 failed. GatewayEndpoint='g1' Reason=Received DH group 2, expecting 14",
      { 'source.ip': '10.0.0.7', 'destination.ip': '203.0.113.9', 'event.outcome': 'failure' },
    ],
    [
      '3000-0162',
      'SYN flood attack against 2001:db8:: from 2001:db8::7 detected. (IPS)',
      {
        'event.kind': 'alert',
        'event.outcome': 'unknown',
        'source.ip': '2001:db8::7',
        'destination.ip': '2001:db8::',
        'rule.name': 'IPS',
      },
    ],
    [
      '3E00-0003',
      'Management user anna@Firebox-DB from 10.0.0.8 log in attempt was rejected.',
      {
        'user.name': 'anna',
        'user.domain': 'Firebox-DB',
        'source.ip': '10.0.0.8',
        'event.outcome': 'failure',
      },
    ],
    [
      '2500-0001',
      'Mobile VPN with SSL user anna logged off. Virtual IP address is 10.0.9.2.',
      { 'user.name': 'anna', 'destination.ip': '10.0.9.2', 'event.type': ['end'] },
    ],
    [
      '3100-000B',
      '[eth1 (Trusted)] Interface is activated as link state becomes UP.',
      { 'observer.ingress.interface.name': 'eth1', 'event.outcome': 'success' },
    ],
    [
      '3000-012C',
      'ARP spoofing attack detected, ip=10.0.0.7, mac=00:00:5e:00:53:01, interface=5',
      {
        'source.ip': '10.0.0.7',
        'source.mac': '00-00-5E-00-53-01',
        'event.category': ['intrusion_detection'],
      },
    ],
  ])('reads the sentence of %s', (id, text, fields) => {
    expect(sentence(id, text).fields).toMatchObject(fields)
  })

  it.each([
    'a letter with msg_id="1" inside',
    'msg_id="3000-0148',
    'x y z (2026-03-10T12:00:00) a: msg_id="1"',
  ])('leaves %s', (line) => expect(read(line).parser).not.toBe('watchguard@1'))
})
