import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [
    '2026-03-10 12:00:00 203.0.113.9 2094 10.0.0.5 80 HTTP/1.1 GET /a/b.txt 503 1 ConnLimit Pool',
    {
      'source.ip': '203.0.113.9',
      'source.port': 2094,
      'destination.port': 80,
      'http.response.status_code': 503,
      'event.outcome': 'failure',
      'iis.error.reason_phrase': 'ConnLimit',
      'iis.error.queue_name': 'Pool',
      'url.path': '/a/b.txt',
    },
  ],
  [
    '2026-03-10 12:00:00 fe80::7%3 49958 fe80::5%3 443 - - - - - - Timer_ConnectionIdle -',
    { 'source.ip': 'fe80::7', 'iis.error.reason_phrase': 'Timer_ConnectionIdle' },
  ],
  [
    '2026-03-10 12:00:00 203.0.113.9 1 10.0.0.5 443 HTTP/2 GET /..\\..\\win.ini 7 403 - Forbidden -',
    { 'url.original': '/..\\..\\win.ini', 'http.version': '2' },
  ],
])('reads %s', (line, expected) => {
  expect(read(line)).toMatchObject({ parser: 'iis-httperr@1', fields: expected })
})

it('does not read other logs', () => {
  expect(read('2026-03-10 12:00:00 a 1 b 2 HTTP/1.1 GET / 1 2 3 4').parser).toBe('raw@1')
})
