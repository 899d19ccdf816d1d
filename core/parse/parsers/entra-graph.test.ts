import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './entra-graph.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [audit = '', signIn = ''] = parser.samples

it('reads directory audits and sign-ins', () => {
  expect(read(audit)).toMatchObject({
    'event.dataset': 'azure.auditlogs',
    'event.action': 'Update user',
    'event.provider': 'Core Directory',
    'user.email': 'root@example.org',
    'user.target.name': 'anna@example.org',
  })
  expect(read(signIn)).toMatchObject({
    'event.dataset': 'azure.signinlogs',
    'event.outcome': 'failure',
    'service.name': 'Portal',
    'source.ip': '192.0.2.7',
    'azure.signinlogs.properties.conditionalAccessStatus': 'success',
  })
})

it('reads risk detections', () => {
  const risk = {
    detectedDateTime: '2026-03-10T12:00:00Z',
    riskEventType: 'anonymizedIPAddress',
    riskLevel: 'high',
    ipAddress: '203.0.113.5',
    userPrincipalName: 'anna@example.org',
    additionalInfo:
      '[{"Key":"userAgent","Value":"curl/8"},{"Key":"mitreTechniques","Value":"T1090.003,T1078"}]',
  }
  expect(read(JSON.stringify(risk))).toMatchObject({
    'event.dataset': 'azure.identity_protection',
    'event.reason': 'anonymizedIPAddress',
    'azure.risk_level': 'high',
    'user_agent.original': 'curl/8',
    'threat.technique.id': ['T1090.003', 'T1078'],
  })
})
