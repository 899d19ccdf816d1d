import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const TIME = '[10/Mar/2026:13:55:36 +0100]'

describe('access-log', () => {
  it('reads the combined format', () => {
    expect(
      read(
        `203.0.113.9 - anna ${TIME} "GET /a/b.php?x=1 HTTP/1.1" 404 209 "https://e.org/" "curl/8 \\"x\\""`,
      ),
    ).toEqual({
      parser: 'access-log@1',
      time: 1_773_147_336_000_000_000n,
      fields: {
        'event.module': 'web',
        'event.dataset': 'web.access',
        'source.address': '203.0.113.9',
        'source.ip': '203.0.113.9',
        'user.name': 'anna',
        'http.request.method': 'GET',
        'http.version': '1.1',
        'http.request.referrer': 'https://e.org/',
        'http.response.status_code': 404,
        'http.response.body.bytes': 209,
        'http.response.bytes': 209,
        'url.original': '/a/b.php?x=1',
        'url.path': '/a/b.php',
        'url.query': 'x=1',
        'url.extension': 'php',
        'user_agent.original': 'curl/8 "x"',
      },
    })
  })

  it.each([
    ['common', `10.0.0.7 - - ${TIME} "GET / HTTP/1.0" 200 -`, { 'http.response.status_code': 200 }],
    [
      'a name for an address',
      `gw.example.org - - ${TIME} "GET / HTTP/1.0" 200 1`,
      { 'source.domain': 'gw.example.org' },
    ],
    [
      'a virtual host',
      `e.org:443 10.0.0.7 - - ${TIME} "-" 408 -`,
      { 'url.domain': 'e.org', 'source.ip': '10.0.0.7' },
    ],
    [
      'forwarded addresses',
      `10.0.0.7, 10.0.0.8 - - ${TIME} "GET / HTTP/1.0" 200 1`,
      { 'source.ip': '10.0.0.7' },
    ],
    [
      'a port',
      `10.0.0.7:4711 - - ${TIME} "GET / HTTP/1.0" 200 1`,
      { 'source.ip': '10.0.0.7', 'source.port': 4711 },
    ],
    ['a user with a space', `10.0.0.7 - Anna B ${TIME} "GET / HTTP/1.0" 200 1`, { 'user.name': 'Anna B' }],
    ['a space in the path', `10.0.0.7 - - ${TIME} "GET /a b HTTP/1.0" 200 1`, { 'url.path': '/a b' }],
    [
      'a whole URL',
      `10.0.0.7 - - ${TIME} "GET http://e.org:8080/a?b#c HTTP/1.1" 200 1`,
      { 'url.domain': 'e.org', 'url.port': 8080, 'url.path': '/a', 'url.query': 'b', 'url.fragment': 'c' },
    ],
    [
      'an ingress controller',
      `10.0.0.7 - - ${TIME} "GET /a%20b HTTP/1.1" 200 59 "-" "curl" 94 0.250 [shop-web-80] [] [2001:db8::5]:8080 59 0.001 200 0be411044cb1cb67580e115413b2da61`,
      {
        'event.dataset': 'nginx_ingress_controller.access',
        'http.request.bytes': 94,
        'http.request.id': '0be411044cb1cb67580e115413b2da61',
        'event.duration': 250_000_000,
        'url.path': '/a b',
        'nginx_ingress_controller.access.upstream.ip': '2001:db8::5',
      },
    ],
    [
      'forwarded addresses behind the agent',
      `10.0.0.7 - - ${TIME} "GET / HTTP/1.1" 200 59 3413 "-" "curl" X-Forwarded-For="203.0.113.9, 10.0.0.8"`,
      { 'client.ip': '203.0.113.9', 'user_agent.original': 'curl' },
    ],
    [
      'a referrer without quotes',
      `10.0.0.7 - - ${TIME} "GET / HTTP/1.1" 200 59 - "curl"`,
      { 'user_agent.original': 'curl' },
    ],
    ['no request', `10.0.0.7 - - ${TIME} "\\x16\\x03\\x01" 400 226`, { 'url.original': '\\x16\\x03\\x01' }],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'access-log@1', fields: expected })
  })

  it.each([
    `10.0.0.7 - - ${TIME} "GET / HTTP/1.0" abc 1`,
    `10.0.0.7 - - [99/Mar/2026:13:55:36 +0100] "GET / HTTP/1.0" 200 1`,
    `10.0.0.7 - - ${TIME} "GET / HTTP/1.0 200 1`,
  ])('does not read %s', (line) => {
    expect(read(line).parser).toBe('raw@1')
  })
})

describe('access-log, unusual lines', () => {
  it('reads months in other languages', () => {
    const line = '203.0.113.9 -  -  [02/sept./2026:12:00:00 +0200] "GET /rest/items HTTP/1.1" 401 138'
    const { fields, time } = parseLine(line, 'auto', { received: Date.UTC(2026, 9, 1), zoneMinutes: 0 })
    expect(time).toBe(BigInt(Date.UTC(2026, 8, 2, 10)) * 1_000_000n)
    expect(fields['http.response.status_code']).toBe(401)
    expect(fields['user.name']).toBeUndefined()
  })

  it('takes a parameter that is a file of somebody else for an attack, an address alone not', () => {
    const kind = (path: string) =>
      parseLine(`203.0.113.9 - - [10/Mar/2026:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 9`, 'auto', {
        received: Date.UTC(2026, 9, 1),
        zoneMinutes: 0,
      }).fields['event.kind']
    expect(kind('/index.php?page=http://203.0.113.9/shell.txt?')).toBe('alert')
    expect(kind('/login?next=https://www.example.org/a')).toBeUndefined()
    expect(kind('/what?')).toBeUndefined()
  })
})
