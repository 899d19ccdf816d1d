import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-api-gateway.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [rest = '', http = ''] = parser.samples

it('reads requests', () => {
  const { time, fields } = parseLine(rest, 'auto', context)
  expect(time).toBe(1_773_144_000_000_000_000n)
  expect(fields).toMatchObject({ 'source.ip': '192.0.2.7', 'url.path': '/pets', 'http.response.bytes': 184 })
  expect(fields['user.name']).toBeUndefined()
  expect(parseLine(http, 'auto', context).fields).toMatchObject({
    'url.path': '/login',
    'http.response.status_code': 403,
  })
})

it('leaves other objects with such names', () => {
  expect(parseLine('{"requestTime":12,"requestId":"a"}', 'auto', context).parser).toBe('json@1')
})
