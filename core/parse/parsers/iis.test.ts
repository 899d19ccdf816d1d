import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })

describe('iis', () => {
  it('reads the default columns, in UTC', () => {
    const line =
      '2026-03-10 12:00:00 10.0.0.5 GET /a/b.aspx x=1+2%27 443 EXAMPLE\\anna 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) https://example.org/ 404 0 2 15'
    expect(read(line)).toMatchObject({
      parser: 'iis@1',
      time: 1_773_144_000_000_000_000n,
      fields: {
        'destination.ip': '10.0.0.5',
        'destination.port': 443,
        'source.ip': '203.0.113.9',
        'user.name': 'anna',
        'user.domain': 'EXAMPLE',
        'http.request.method': 'GET',
        'http.request.referrer': 'https://example.org/',
        'http.response.status_code': 404,
        'url.path': '/a/b.aspx',
        'url.query': "x=1 2'",
        'url.extension': 'aspx',
        'user_agent.original': 'Mozilla/5.0 (Windows NT 10.0)',
        'event.duration': 15_000_000,
        'event.outcome': 'failure',
      },
    })
  })

  it.each([
    [
      'all columns',
      '2026-03-10 12:00:00 W3SVC1 WEB01 10.0.0.5 POST /l - 80 - fe80::7%3 HTTP/1.1 curl c=1 - www.example.org 200 0 0 5279 160 15 198.51.100.7,10.0.0.1',
      {
        'host.name': 'WEB01',
        'source.ip': 'fe80::7',
        'http.version': '1.1',
        'iis.access.cookie': 'c=1',
        'destination.domain': 'www.example.org',
        'http.response.body.bytes': 5279,
        'http.request.body.bytes': 160,
        'event.duration': 15_000_000,
        'network.forwarded_ip': '198.51.100.7',
      },
    ],
    [
      'no server address',
      '2026-03-10 12:00:00 W3SVC1 GET / - 80 - 10.0.0.7 curl - 200 0 0 1',
      { 'event.category': ['web'], 'iis.access.site_name': 'W3SVC1' },
    ],
    [
      'its own format',
      '203.0.113.9, anna, 3/10/2026, 13:00:00, W3SVC1, WEB01, 10.0.0.5, 2, 769, 143, 304, 0, GET, /index.html, -,',
      {
        'source.ip': '203.0.113.9',
        'http.response.status_code': 304,
        'event.duration': 2_000_000,
        'user.name': 'anna',
      },
    ],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'iis@1', fields: expected })
  })

  it.each(['2026-03-10 12:00:00 10.0.0.5 GET / - x - 10.0.0.7 a 200 0 0 1', '2026-03-10 12:00:00 a b c'])(
    'not %s',
    (line) => {
      expect(read(line).parser).toBe('raw@1')
    },
  )
})
