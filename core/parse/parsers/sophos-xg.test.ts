import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './sophos-xg.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads a session of the old format', () => {
  const { parser: by, time, fields } = read(`<30>${sample(0)}`)
  expect([by, time]).toEqual(['sophos-xg@1', 1_773_140_400_000_000_000n])
  expect(fields).toMatchObject({
    'event.code': '00001',
    'event.action': 'allowed',
    'event.type': ['end', 'allowed', 'connection'],
    'event.start': '2026-03-10T11:00:00.000Z',
    'event.end': '2026-03-10T11:00:11.000Z',
    'source.mac': '00-00-5E-00-53-01',
    'source.nat.ip': '198.51.100.1',
    'network.bytes': 1065,
    'network.packets': 11,
    'network.direction': 'outbound',
    'network.protocol': 'http',
    'rule.id': '21',
    'user.name': 'anna',
    'log.level': 'informational',
    'event.severity': 6,
  })
})

it('reads a web request of the new format behind a syslog header', () => {
  const { time, fields } = read(`Mar 10 13:00:00 fw01 ${sample(1)}`)
  expect(time).toBe(1_773_144_000_000_000_000n)
  expect(fields).toMatchObject({
    'observer.hostname': 'fw01',
    'url.domain': 'www.example.org',
    'url.extension': 'exe',
    'network.protocol': 'https',
    'http.response.status_code': 403,
    'log.level': 'information',
  })
})

it('reads a refused log-in', () => {
  const { fields } = read(sample(2))
  expect(fields).toMatchObject({
    'event.outcome': 'failure',
    'user.name': 'anna',
    'source.ip': '203.0.113.9',
  })
  expect(fields['event.action']).toBeUndefined()
})

it.each([
  'date=2026-03-10 time=12:00:00 devname="x" logid="1"',
  'device="SFW" log_type="x" log_component="y"',
])('leaves %s', (line) => expect(read(line).parser).not.toBe('sophos-xg@1'))
