import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-security-hub.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [finding = ''] = parser.samples

const expected = {
  'event.dataset': 'aws.securityhub_findings',
  'event.severity': 70,
  'log.level': 'high',
  'rule.name': 'Port probe',
  'source.ip': '203.0.113.5',
  'destination.port': 22,
  'network.direction': 'inbound',
}

it('reads findings, alone and as EventBridge sends them', () => {
  expect(parseLine(finding, 'auto', context).fields).toMatchObject(expected)
  const bus = {
    version: '0',
    'detail-type': 'Security Hub Findings - Imported',
    detail: { findings: [JSON.parse(finding)] },
  }
  const { parser: name, fields } = parseLine(JSON.stringify(bus), 'auto', context)
  expect(name).toBe('aws-security-hub@1')
  expect(fields).toMatchObject(expected)
})
