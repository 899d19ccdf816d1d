import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('squid', () => {
  it('reads its own format', () => {
    const line =
      '1773144000.123    245 10.0.0.7 TCP_MISS/200 1742 GET http://www.example.org/a/b.css?v=1 anna HIER_DIRECT/203.0.113.9 text/css'
    expect(read(line)).toMatchObject({
      parser: 'squid@1',
      time: 1_773_144_000_123_000_000n,
      fields: {
        'source.ip': '10.0.0.7',
        'destination.ip': '203.0.113.9',
        'destination.bytes': 1742,
        'event.duration': 245_000_000,
        'event.outcome': 'success',
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'url.domain': 'www.example.org',
        'url.path': '/a/b.css',
        'url.query': 'v=1',
        'url.extension': 'css',
        'source.user.name': 'anna',
        'squid.result_code': 'TCP_MISS',
        'squid.peer_status': 'HIER_DIRECT',
      },
    })
  })

  it.each([
    [
      'a refused tunnel',
      '1773144000.123      0 10.0.0.7 TCP_DENIED/403 3980 CONNECT www.example.org:443 - HIER_NONE/- text/html',
      { 'event.outcome': 'failure', 'destination.domain': 'www.example.org', 'destination.port': 443 },
    ],
    [
      'blanks in the address',
      '1773144000.123 1 10.0.0.7 TCP_MISS/200 1 GET http://e.org/a b c - HIER_DIRECT/e.org text/html',
      { 'url.original': 'http://e.org/a b c', 'url.path': '/a b c' },
    ],
    [
      'a broken request',
      '1773144000.123 0 10.0.0.7 NONE/400 3980 NONE error:invalid-request - HIER_NONE/- text/html',
      { 'url.original': 'error:invalid-request', 'http.response.status_code': 400 },
    ],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'squid@1', fields: expected })
  })

  it.each(['1773144000.123 x', '1773144000.123 1 10.0.0.7 TCP_MISS 1 GET u - A/- b'])('not %s', (line) => {
    expect(read(line).parser).toBe('raw@1')
  })
})
