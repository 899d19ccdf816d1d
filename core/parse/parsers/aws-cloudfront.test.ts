import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-cloudfront.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [text = '', json = ''] = parser.samples

it('reads columns', () => {
  const { parser: name, time, fields } = parseLine(text, 'auto', context)
  expect([name, time]).toEqual(['aws-cloudfront@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'source.ip': '192.0.2.7',
    'source.port': 11_040,
    'destination.domain': 'www.example.org',
    'event.action': 'Hit',
    'event.duration': 1_000_000,
    'http.response.status_code': 200,
    'http.version': '2.0',
    'user_agent.original': 'curl/8 (x)',
    'url.full': 'https://www.example.org/index.html?a=1',
    'url.extension': 'html',
    'tls.version': '1.3',
  })
})

it('reads JSON with the same names', () => {
  const { parser: name, time, fields } = parseLine(json, 'auto', context)
  expect([name, time]).toEqual(['aws-cloudfront@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'source.ip': '192.0.2.7',
    'url.path': '/index.html',
    'event.outcome': 'success',
  })
})

it('keeps what is wrongly encoded', () => {
  expect(parseLine(text.replace('%20', '%2'), 'auto', context).fields['user_agent.original']).toBe(
    'curl/8%2(x)',
  )
})
