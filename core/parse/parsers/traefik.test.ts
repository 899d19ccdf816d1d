import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './traefik.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads the common format', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'traefik@1',
    fields: {
      'source.ip': '203.0.113.9',
      'destination.ip': '10.0.0.5',
      'destination.port': 8080,
      'event.duration': 2_000_000,
      'event.outcome': 'success',
      'traefik.access.router.name': 'web@docker',
      'user_agent.original': 'curl/8.1',
    },
  })
})

it('reads JSON', () => {
  expect(read(parser.samples[1])).toMatchObject({
    parser: 'traefik@1',
    time: 1_773_144_000_600_000_000n,
    fields: {
      'source.address': '203.0.113.9:48376',
      'source.ip': '203.0.113.9',
      'source.port': 48376,
      'destination.ip': '10.0.0.5',
      'url.original': 'https://www.example.org/a?b=1',
      'url.path': '/a',
      'url.query': 'b=1',
      'http.version': '2.0',
      'http.response.status_code': 200,
      'user_agent.original': 'curl/8.1',
      'event.duration': 59_518_533,
    },
  })
})

it('leaves other access logs', () => {
  expect(read('203.0.113.9 - - [10/Mar/2026:12:00:00 +0000] "GET / HTTP/1.1" 304 0 "-" "ms').parser).toBe(
    'access-log@1',
  )
})
