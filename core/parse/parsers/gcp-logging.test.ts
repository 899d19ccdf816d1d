import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './gcp-logging.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [audit = '', flow = '', firewall = '', dns = ''] = parser.samples

it('reads audit logs', () => {
  const { time, fields } = parseLine(audit, 'auto', context)
  expect(time).toBe(1_773_144_000_123_456_789n)
  expect(fields).toMatchObject({
    'event.dataset': 'gcp.audit',
    'event.provider': 'activity',
    'event.action': 'storage.setIamPermissions',
    'event.outcome': 'success',
    'event.type': ['access', 'allowed'],
    'service.name': 'storage.googleapis.com',
    'source.ip': '192.0.2.7',
    'user.email': 'anna@example.org',
    'gcp.protoPayload.methodName': 'storage.setIamPermissions',
  })
  expect(read(audit.replace('"status":{}', '"status":{"code":7}'))).toMatchObject({
    'event.outcome': 'failure',
  })
})

it('reads flows by who reports them', () => {
  expect(read(flow)).toMatchObject({
    'event.dataset': 'gcp.vpcflow',
    'source.ip': '10.0.0.7',
    'source.domain': 'web01',
    'destination.port': 443,
    'network.direction': 'outbound',
    'network.transport': 'tcp',
    'network.bytes': 1_200,
    'cloud.region': 'europe-west1',
    'network.name': 'main',
  })
})

it('reads firewall rules', () => {
  expect(read(firewall)).toMatchObject({
    'event.dataset': 'gcp.firewall',
    'event.type': ['denied', 'connection'],
    'network.direction': 'inbound',
    'destination.domain': 'web01',
    'rule.name': 'network:main/firewall:no-ssh',
  })
})

it('reads DNS queries, answers as text or in structure', () => {
  const expected = {
    'dns.question.name': 'www.example.org',
    'dns.answers.data': ['192.0.2.80'],
    'dns.answers.ttl': [300],
    'dns.resolved_ip': ['192.0.2.80'],
    'event.outcome': 'success',
  }
  expect(read(dns)).toMatchObject(expected)
  const { jsonPayload, ...rest } = JSON.parse(dns)
  const structuredRdata = [
    { class: 'IN', ttl: '300', type: 'A', domainName: 'www.example.org.', rvalue: '192.0.2.80' },
  ]
  expect(
    read(JSON.stringify({ ...rest, jsonPayload: { ...jsonPayload, rdata: '', structuredRdata } })),
  ).toMatchObject(expected)
})

it('reads requests to load balancers and what Cloud Armor said', () => {
  const entry = {
    logName: 'projects/example/logs/requests',
    timestamp: '2026-03-10T12:00:00Z',
    httpRequest: {
      requestMethod: 'GET',
      requestUrl: 'https://www.example.org/a?b',
      status: 403,
      remoteIp: '203.0.113.5:40022',
    },
    jsonPayload: { enforcedSecurityPolicy: { name: 'edge', configuredAction: 'DENY', outcome: 'DENY' } },
    resource: { type: 'http_load_balancer', labels: { zone: 'global' } },
  }
  expect(read(JSON.stringify(entry))).toMatchObject({
    'event.dataset': 'gcp.loadbalancing_logs',
    'event.outcome': 'failure',
    'source.ip': '203.0.113.5',
    'source.port': 40_022,
    'url.port': 443,
    'rule.name': 'edge',
  })
})

it('keeps any other entry', () => {
  const entry = {
    logName: 'projects/p/logs/app',
    timestamp: '2026-03-10T12:00:00Z',
    textPayload: 'ready',
    severity: 'ERROR',
  }
  expect(read(JSON.stringify(entry))).toMatchObject({
    'event.dataset': 'gcp.log',
    message: 'ready',
    'log.level': 'error',
  })
})
