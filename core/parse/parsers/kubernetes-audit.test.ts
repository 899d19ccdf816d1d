import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './kubernetes-audit.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [allowed = '', refused = ''] = parser.samples

it('reads who asked for what', () => {
  expect(read(allowed)).toMatchObject({
    'event.dataset': 'kubernetes.audit_logs',
    'event.action': 'get',
    'event.outcome': 'success',
    'user.name': 'anna@example.org',
    'user.roles': ['dev', 'system:authenticated'],
    'source.ip': '192.0.2.7',
    'orchestrator.resource.type': 'secrets',
    'orchestrator.namespace': 'shop',
    'http.response.status_code': 200,
    'kubernetes.audit.objectRef.name': 'db',
  })
})

it('tells what was refused and who acts as another', () => {
  expect(read(refused)).toMatchObject({ 'event.outcome': 'failure', 'event.type': ['access', 'denied'] })
  const other = allowed.replace('"sourceIPs"', '"impersonatedUser":{"username":"ben"},"sourceIPs"')
  expect(read(other)).toMatchObject({ 'user.name': 'ben' })
})

it('is read out of records of AKS', () => {
  const record = {
    category: 'kube-audit',
    operationName: 'Microsoft.ContainerService/managedClusters/diagnosticLogs/Read',
    resourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/K',
    properties: { log: allowed },
  }
  expect(parseLine(JSON.stringify(record), 'auto', context).parser).toBe('kubernetes-audit@1')
})
