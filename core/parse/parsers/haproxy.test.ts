import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './haproxy.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })

describe('haproxy', () => {
  it('reads a request over TLS', () => {
    expect(read(parser.samples[0])).toMatchObject({
      parser: 'haproxy@1',
      time: 1_773_140_400_655_000_000n,
      fields: {
        'source.ip': '203.0.113.9',
        'source.port': 33317,
        'event.duration': 109_000_000,
        'event.outcome': 'success',
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'http.response.bytes': 2750,
        'url.path': '/a/index.html',
        'url.query': 'x=1',
        'tls.version': '1.3',
        'tls.cipher': 'TLS_AES_256_GCM_SHA384',
        'tls.client.server_name': 'www.example.org',
        'haproxy.frontend_name': 'www~',
        'haproxy.backend_name': 'shop',
        'haproxy.server_name': 'web01',
        'haproxy.connections.active': 1,
        'haproxy.http.request.captured_headers': ['www.example.org'],
      },
    })
  })

  it.each([
    [
      'TCP',
      parser.samples[1],
      { 'event.duration': 18_391_000_000, 'haproxy.bytes_read': 11462, 'haproxy.termination_state': 'cD' },
    ],
    [
      'an error',
      parser.samples[2],
      { 'haproxy.error_message': 'SSL handshake failure', 'event.outcome': 'failure' },
    ],
    [
      'an added host',
      '-:47625 [10/Mar/2026:12:00:00.473] www app/web01 app.example.org 0/0/1/17/18 404 291 - - ---- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      { 'destination.domain': 'app.example.org', 'source.port': 47625, 'event.outcome': 'failure' },
    ],
    [
      'a server that is gone',
      '<13>Mar 10 12:00:00 lb haproxy[7]: Server shop/web01 is DOWN, reason: Layer4 timeout',
      { 'event.action': 'server-down', 'haproxy.server_name': 'shop/web01' },
    ],
    [
      'a connection',
      '<13>Mar 10 12:00:00 lb haproxy[7]: Connect from 10.0.0.7:4711 to 10.0.0.5:80 (main/HTTP)',
      { 'source.port': 4711, 'destination.ip': '10.0.0.5', 'haproxy.frontend_name': 'main' },
    ],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'haproxy@1', fields: expected })
  })

  it('does not read others', () => {
    expect(read('10.0.0.7:1 [10/Mar/2026:12:00:00.473] something').parser).toBe('raw@1')
  })
})
