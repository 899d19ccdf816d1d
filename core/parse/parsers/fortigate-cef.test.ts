import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './fortigate-cef.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a session by the rules of the own format', () => {
  const { parser: by, time, fields } = read(parser.samples[0] ?? '')
  expect([by, time]).toEqual(['fortigate-cef@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.code': '0000000013',
    'event.action': 'close',
    'source.port': 51000,
    'source.bytes': 1000,
    'destination.bytes': 2000,
    'network.transport': 'tcp',
    'network.protocol': 'https',
    'rule.id': '1',
    'observer.egress.interface.name': 'wan1',
    'fortinet.firewall.subtype': 'forward',
  })
})

it('reads an answer of a name server', () => {
  expect(read(parser.samples[1] ?? '').fields).toMatchObject({
    'dns.question.name': 'www.example.org',
    'user.name': 'anna',
    'event.reason': 'Domain is monitored',
  })
})

it('leaves other products', () =>
  expect(read('CEF:0|Fortinet|FortiMail|7|1|x|3|src=10.0.0.7').parser).not.toBe('fortigate-cef@1'))

const cef = (extensions: string) =>
  read(`CEF:0|Fortinet|Fortigate|v7.4.1|1|utm:waf x|3|cat=utm:waf ${extensions}`)

it.each([
  ['duser=anna', { 'user.name': 'anna', 'destination.user.name': 'anna' }],
  ['FTNTFGTunauthuser=anna', { 'user.name': 'anna', 'source.user.name': 'anna' }],
  ['src=10.0.0.7 dst=203.0.113.9 deviceDirection=0', { 'network.direction': 'inbound' }],
  [
    'dst=www.example.org',
    { 'destination.address': 'www.example.org', 'destination.domain': 'www.example.org' },
  ],
  ['sproc=10.0.0.8', { 'source.ip': '10.0.0.8' }],
  ['sproc=https(10.0.0.8)', { 'source.ip': '10.0.0.8' }],
])('reads %s', (extensions, fields) => expect(cef(extensions).fields).toMatchObject(fields))
