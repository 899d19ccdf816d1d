import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './ssl-request-log.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a request', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'ssl-request-log@1',
    time: 1_773_147_336_000_000_000n,
    fields: {
      'source.ip': '203.0.113.9',
      'tls.version': '1.3',
      'tls.cipher': 'TLS_AES_256_GCM_SHA384',
      'http.request.method': 'GET',
      'url.path': '/a.php',
      'http.response.body.bytes': 1375,
    },
  })
})

it('does not read others', () => {
  expect(read('[10/Mar/2026:13:55:36 +0100] 203.0.113.9 a b "GET / HTTP/1.1" 1').parser).toBe('raw@1')
})
