import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './fortiproxy.ts'

const parseLine = createParseLine()
const read = (line: string, format = 'auto') =>
  parseLine(line, format, { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('knows a proxy by its serial number and its transactions', () => {
  for (const sample of parser.samples) expect(read(sample).parser).toBe('fortiproxy@1')
  expect(read(parser.samples[1] ?? '').fields).toMatchObject({
    'observer.type': 'proxy',
    'url.full': 'https://www.example.org/a?b=1',
    'destination.address': 'www.example.org',
    'client.ip': '10.0.0.7',
    'user.name': 'anna',
  })
})

it('reads any log of FortiOS where the source says so', () => {
  const line = 'date=2026-03-10 time=12:00:00 logid="1" type="traffic" level="notice" srcip=10.0.0.7'
  expect(read(line).parser).toBe('fortigate@1')
  expect(read(line, 'fortiproxy').parser).toBe('fortiproxy@1')
})
