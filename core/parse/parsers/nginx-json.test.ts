import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './nginx-json.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads variables', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'nginx-json@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'source.ip': '203.0.113.9',
      'http.request.method': 'GET',
      'http.response.status_code': 404,
      'http.version': '2.0',
      'url.path': '/a',
      'url.query': 'b=1',
      'destination.domain': 'www.example.org',
      'destination.ip': '10.0.0.5',
      'event.duration': 3_000_000,
      'event.outcome': 'failure',
    },
  })
})

it('reads the whole request', () => {
  expect(read(parser.samples[1]).fields).toMatchObject({
    'http.request.method': 'POST',
    'url.path': '/login',
  })
})

it('leaves other objects', () => {
  expect(read('{"remote_addr":"203.0.113.9"}').parser).toBe('json@1')
})

it('reads other names of the client', () => {
  expect(read(parser.samples[2])).toMatchObject({
    parser: 'nginx-json@1',
    fields: {
      'source.ip': '203.0.113.9',
      'source.port': 43834,
      'http.request.method': 'GET',
      'http.version': '2.0',
      'url.path': '/a',
      'host.name': 'edge01',
    },
  })
})
