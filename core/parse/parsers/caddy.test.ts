import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './caddy.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a request', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'caddy@1',
    time: 1_773_144_000_123_000_000n,
    fields: {
      'event.dataset': 'caddy.access',
      'source.ip': '203.0.113.9',
      'source.port': 51012,
      'http.request.method': 'GET',
      'http.response.status_code': 404,
      'event.outcome': 'failure',
      'event.duration': 3_000_000,
      'url.path': '/a.php',
      'url.domain': 'www.example.org',
      'user_agent.original': 'curl/8.1',
    },
  })
})

it('leaves other objects', () => {
  expect(read('{"request":1,"logger":"x","ts":1773144000}').parser).toBe('json@1')
})
