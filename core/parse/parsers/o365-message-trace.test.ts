import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './o365-message-trace.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 }
const parseLine = createParseLine()
const [inbound = '', outbound = ''] = parser.samples

it('reads who wrote to whom', () => {
  const { time, fields } = parseLine(inbound, 'auto', context)
  expect(time).toBe(1_773_144_000_500_000_000n)
  expect(fields).toMatchObject({
    'email.direction': 'inbound',
    'email.from.address': ['eve@example.net'],
    'email.to.address': ['anna@example.org'],
    'source.ip': '203.0.113.25',
    'source.domain': 'example.net',
    'destination.user.name': 'anna',
    'user.name': 'anna',
    'event.outcome': 'success',
  })
})

it('tells what was not delivered', () => {
  expect(parseLine(outbound, 'auto', context).fields).toMatchObject({
    'email.direction': 'outbound',
    'event.outcome': 'failure',
    'user.name': 'anna',
    'destination.ip': '198.51.100.25',
  })
})
