import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { ...context, zoneMinutes: 60 })

describe('nginx-error', () => {
  it('reads the request that went wrong', () => {
    expect(
      read(
        '2026/03/10 14:49:34 [error] 54#3: *17 open() "/srv/x" failed, client: 10.0.0.7, server: e.org, request: "GET /x?y HTTP/1.1", host: "e.org"',
      ),
    ).toMatchObject({
      parser: 'nginx-error@1',
      time: 1_773_150_574_000_000_000n,
      fields: {
        'log.level': 'error',
        'process.pid': 54,
        'process.thread.id': 3,
        'nginx.error.connection_id': 17,
        'source.ip': '10.0.0.7',
        'destination.domain': 'e.org',
        'http.request.method': 'GET',
        'url.path': '/x',
      },
    })
  })

  it('reads a message without request', () => {
    expect(read('2026/03/10 14:49:34 [notice] 1#1: signal 17 received').fields.message).toBe(
      'signal 17 received',
    )
  })
})
