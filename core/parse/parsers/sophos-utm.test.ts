import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './sophos-utm.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads the packet filter', () => {
  const { parser: by, time, fields } = read(sample(0))
  expect([by, time]).toEqual(['sophos-utm@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'host.name': 'utm01',
    'process.name': 'ulogd',
    'process.pid': 12511,
    'event.action': 'drop',
    'event.severity': 6,
    'rule.id': '60001',
    'source.mac': '00-00-5E-00-53-01',
    'destination.port': 5060,
  })
})

it('reads the web proxy behind a priority', () => {
  expect(read(sample(1)).fields).toMatchObject({
    'log.syslog.priority': 30,
    'url.domain': 'www.example.org',
    'http.response.status_code': 200,
    'user.name': 'anna',
  })
})

it('reads sentences of services', () => {
  expect(read(sample(2)).fields).toMatchObject({
    'event.action': 'dhcpdiscover',
    'client.mac': '00-00-5E-00-53-01',
    'observer.ingress.interface.name': 'eth7',
    message: 'unknown client',
  })
  expect(
    read('2026:03:10-12:00:00 utm01 named[7]: listening on IPv4 interface wlan1, 10.0.0.1#53').fields,
  ).toMatchObject({ 'event.action': 'named-listening', 'server.ip': '10.0.0.1', 'server.port': 53 })
})

it('reads pairs that lost their header', () => {
  expect(
    read(
      'id="3005" severity="warn" sys="System" sub="auth" name="Authentication failed" srcip="203.0.113.9" user="anna"',
    ).fields,
  ).toMatchObject({
    'event.action': 'Authentication failed',
    'user.name': 'anna',
    'source.ip': '203.0.113.9',
  })
})

it.each(['2026:03:10 x', 'id="1" a="b"', '<30>text'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('sophos-utm@1'),
)
