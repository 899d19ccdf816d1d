import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './sonicwall.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sample = (i: number) => parser.samples[i] ?? ''
const HEAD = 'id=firewall sn=0040100CE000 time="2026-03-10 12:00:00" fw=198.51.100.1 pri=6 c=1 m=1235'

it('reads a session', () => {
  const { parser: by, time, fields } = read(`<134>  ${sample(0)}`)
  expect([by, time]).toEqual(['sonicwall@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.code': '537',
    'event.severity': 6,
    'log.level': 'info',
    'event.duration': 2_000_000_000,
    'source.ip': '10.0.0.7',
    'source.port': 51000,
    'source.nat.port': 40100,
    'source.mac': '00-00-5E-00-53-01',
    'observer.ingress.interface.name': 'X0',
    'observer.egress.zone': 'Untrusted',
    'network.protocol': 'https',
    'network.bytes': 596,
    'rule.id': '5 (LAN->WAN)',
    message: 'Connection Closed',
  })
})

it('reads a visit to a site behind an address instead of a syslog header', () => {
  expect(read(sample(1)).fields).toMatchObject({
    'host.ip': ['10.0.0.1'],
    'url.full': 'http://www.example.org/a?b=1',
    'url.path': '/a',
    'url.query': 'b=1',
    'http.request.method': 'GET',
    message: 'Web site hit (Policy: Default)',
  })
})

it.each([
  ['src=10.0.0.7::X0', { 'source.ip': '10.0.0.7', 'observer.ingress.interface.name': 'X0' }],
  ['src=2001:db8::7:51000:X0', { 'source.ip': '2001:db8::7', 'source.port': 51000 }],
  ['dst=:8080:X2 dstV6=2001:db8::9', { 'destination.ip': '2001:db8::9', 'destination.port': 8080 }],
  ['natSrcV6=[2001:db8::1]:1234', { 'source.nat.ip': '2001:db8::1', 'source.nat.port': 1234 }],
  ['src=10.0.0.7:80:X0:pc.example.org', { 'source.domain': 'pc.example.org' }],
])('reads the endpoint %s', (pair, fields) => {
  expect(read(`${HEAD} ${pair}`).fields).toMatchObject(fields)
})

it.each(['id=7 name=x', 'a b id=firewall sn=1 fw=1 m=2'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('sonicwall@1'),
)
