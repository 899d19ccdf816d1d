import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './zscaler-zia.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads the feed of web requests', () => {
  const { parser: by, time, fields } = read(sample(0))
  expect([by, time]).toEqual(['zscaler-zia@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.action': 'blocked',
    'user.name': 'anna',
    'user.domain': 'example.org',
    'source.ip': '10.0.0.7',
    'url.full': 'https://www.example.org/a?b=1',
    'url.path': '/a',
    'http.response.status_code': 403,
    'rule.name': ['strict'],
  })
})

it('reads the feed of the firewall', () => {
  expect(read(sample(1)).fields).toMatchObject({
    'event.type': ['allowed'],
    'event.duration': 340_000_000,
    'user.email': 'anna@example.org',
    'network.transport': 'tcp',
    'network.protocol': 'https',
    'network.bytes': 9261,
    'rule.name': ['Default Rule'],
  })
})

it('reads pairs between tabs', () => {
  expect(read(sample(2)).fields).toMatchObject({
    'event.id': '9',
    'source.ip': '10.0.0.7',
    'url.domain': 'www.example.org',
    'http.response.status_code': 200,
  })
})

it.each(['{"sourcetype":"other","event":{}}', '2026-03-10 12:00:00\ta=b'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('zscaler-zia@1'),
)
