import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-waf.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [blocked = '', allowed = ''] = parser.samples

it('reads what was blocked and why', () => {
  const { time, fields } = parseLine(blocked, 'auto', context)
  expect(time).toBe(1_773_144_000_123_000_000n)
  expect(fields).toMatchObject({
    'event.action': 'BLOCK',
    'event.type': ['access', 'denied'],
    'event.outcome': 'failure',
    'event.reason': ['SQL_INJECTION'],
    'rule.id': 'sqli',
    'source.ip': '203.0.113.5',
    'destination.domain': 'www.example.org',
    'user_agent.original': 'curl/8',
    'url.path': '/a',
    'url.query': 'id=1',
    'cloud.region': 'eu-west-1',
    'cloud.account.id': '123456789012',
  })
})

it('reads what was let through', () => {
  expect(parseLine(allowed, 'auto', context).fields).toMatchObject({ 'event.type': ['access', 'allowed'] })
})
