import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './fortigate.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads a session, its zone, what began and what it carried', () => {
  const { parser: by, time, fields } = read(`<189>${sample(0)}`)
  expect([by, time]).toEqual(['fortigate@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.start': '2026-03-10T12:00:00.123Z',
    'event.duration': 5_000_000_000,
    'event.type': ['connection', 'end', 'allowed'],
    'event.outcome': 'success',
    'network.direction': 'outbound',
    'network.transport': 'tcp',
    'network.iana_number': '6',
    'network.bytes': 3000,
    'network.packets': 11,
    'source.nat.ip': '198.51.100.1',
    'source.nat.port': 40100,
    'observer.name': 'fg01',
    'rule.ruleset': 'policy',
  })
})

it('reads what a profile blocked', () => {
  expect(read(sample(1)).fields).toMatchObject({
    'event.action': 'ftgd_blk',
    'event.type': ['denied'],
    'url.domain': 'www.example.org',
    'url.path': '/a.exe',
    'rule.category': 'Malicious Websites',
    'network.direction': 'outbound',
  })
})

it('reads pairs between commas, and who failed to log in from where', () => {
  expect(read(sample(2))).toMatchObject({
    parser: 'fortigate@1',
    time: 1_773_140_400_000_000_000n,
    fields: {
      'event.outcome': 'failure',
      'event.reason': 'passwd_invalid',
      'user.name': 'anna',
      'source.ip': '10.0.0.8',
    },
  })
})

it.each([
  ['utmaction="block" action="close"', ['connection', 'end', 'denied']],
  ['utmaction="allow" action="close"', ['connection', 'end']],
  ['action="deny"', ['connection', 'end', 'denied']],
  ['action="accept" app="DNS"', ['connection', 'end', 'protocol', 'allowed']],
])('says what became of a session: %s', (pairs, types) => {
  const line = `date=2026-03-10 time=12:00:00 logid="1" type="traffic" level="notice" ${pairs}`
  expect(read(line).fields['event.type']).toEqual(types)
})

it.each(['date=2026-03-10 time=12:00:00 type=x', 'time=1', 'date=', 'date=2026-03-10 user=x log_id=1'])(
  'leaves %s',
  (line) => expect(read(line).parser).not.toBe('fortigate@1'),
)

it.each([
  [
    'logdesc="DHCP Ack log" mac="AA:BB:CC:00:11:22" ip=10.0.0.9',
    { 'source.ip': '10.0.0.9', 'source.mac': 'AA-BB-CC-00-11-22' },
  ],
  ['userip=10.0.0.9 status="Failed"', { 'source.ip': '10.0.0.9', 'event.outcome': 'failure' }],
])('reads %s', (pairs, fields) => {
  const line = `time=12:00:00 timestamp=1773144000 devname="fw01" logid="1" type="event" level="notice" ${pairs}`
  expect(read(line)).toMatchObject({ parser: 'fortigate@1', time: 1_773_144_000_000_000_000n, fields })
})
