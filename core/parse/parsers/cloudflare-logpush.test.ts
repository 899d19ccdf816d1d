import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

it('reads a request that was blocked', () => {
  const line = {
    ClientIP: '192.0.2.7',
    ClientSrcPort: 51_234,
    ClientRequestBytes: 800,
    ClientRequestHost: 'www.example.org',
    ClientRequestProtocol: 'HTTP/2',
    ClientRequestURI: '/login?next=%2F',
    ClientSSLProtocol: 'TLSv1.3',
    ClientSSLCipher: 'NONE',
    EdgeStartTimestamp: 1_773_144_000_125_000_000,
    EdgeEndTimestamp: 1_773_144_000_133_000_000,
    EdgeResponseBytes: 2000,
    EdgeResponseStatus: 403,
    FirewallMatchesActions: ['block'],
    OriginIP: '',
  }
  const { parser, fields } = read(line)
  expect(parser).toBe('cloudflare-logpush@1')
  expect(fields).toMatchObject({
    'event.dataset': 'cloudflare_logpush.http_request',
    'event.action': ['block'],
    'event.type': ['denied'],
    'event.duration': 8_000_000,
    'source.ip': '192.0.2.7',
    'client.port': 51_234,
    'network.bytes': 2800,
    'http.version': '2',
    'tls.version': '1.3',
    'url.scheme': 'https',
    'url.query': 'next=%2F',
    'url.full': 'https://www.example.org/login?next=%2F',
  })
  expect(fields['destination.ip']).toBeUndefined()
  expect(fields['tls.cipher']).toBeUndefined()
})

it.each([
  [
    { QueryName: 'www.example.org.', QueryType: 28, ResponseCode: 3, Timestamp: '1773144000' },
    { 'dns.question.name': 'www.example.org', 'dns.question.type': 'AAAA', 'dns.response_code': 'NXDomain' },
  ],
  [
    { QueryName: 'a.example.org', UpstreamIP: '192.0.2.7', ClientResponseCode: 0, QueryTCP: true },
    { 'event.dataset': 'cloudflare_logpush.dns_firewall', 'network.transport': 'tcp' },
  ],
  [
    {
      QueryName: 'a.example.org',
      QueryNameReversed: 'org.example.a',
      Protocol: 'udp',
      RCode: 0,
      ResolverDecision: 'blockedByCategory',
      ResolvedIPs: ['192.0.2.7'],
    },
    { 'event.outcome': 'failure', 'network.protocol': 'dns', 'dns.resolved_ip': ['192.0.2.7'] },
  ],
  [
    {
      HTTPHost: 'www.example.org',
      HTTPMethod: 'GET',
      Action: 'block',
      URL: 'https://www.example.org/x',
      DestinationIP: '192.0.2.7',
    },
    { 'event.type': ['info', 'denied'], 'url.path': '/x', 'destination.domain': 'www.example.org' },
  ],
  [
    { SNI: 'www.example.org', Transport: 'tcp', Action: 'allowedOnNoRuleMatch', SourceIP: '192.0.2.7' },
    { 'event.type': ['allowed'], 'tls.client.server_name': 'www.example.org' },
  ],
  [
    { AppDomain: 'app.example.org', IPAddress: '192.0.2.7', Allowed: false, Action: 'login' },
    { 'event.outcome': 'failure', 'event.type': ['access', 'denied'] },
  ],
  [
    { ConnectTimestamp: '1773144000', OriginProto: 'tcp', Event: 'connect', ClientProto: 'TCP' },
    { 'event.start': '2026-03-10T12:00:00.000Z', 'network.transport': 'tcp' },
  ],
  [
    { IPSourceAddress: '192.0.2.7', IPDestinationAddress: '192.0.2.8', Outcome: 'drop' },
    { 'event.outcome': 'failure', 'event.type': ['denied'] },
  ],
  [
    { PostureCheckName: 'Disk', PostureEvaluatedResult: false, DeviceName: 'ws01' },
    { 'event.outcome': 'failure', 'rule.name': 'Disk', 'host.name': 'ws01' },
  ],
  [
    { FindingTypeID: 'f', AssetLink: 'https://app.example.org/a', FindingTypeSeverity: 'High' },
    { 'event.severity': 3, 'url.path': '/a' },
  ],
  [
    { SessionStartTime: 'x', IngressColoName: 'ORD', Protocol: 'TCP', ClientTLSVersion: 'TLS 1.2' },
    { 'network.transport': 'tcp', 'tls.version': '1.2' },
  ],
  [
    { SignatureRevision: 1, SignatureMessage: 'scan', Action: 'drop' },
    { 'event.kind': 'alert', 'event.type': ['denied'] },
  ],
  [
    { SinkholeID: 's', SrcAddr: '192.0.2.7', URL: 'https://www.example.org/a', Username: 'anna' },
    { 'user.name': 'anna', 'url.path': '/a' },
  ],
  [
    { EventTimestampMs: 1_773_144_000_125, ScriptName: 's', Outcome: 'ok', Logs: [{ level: 'log' }] },
    { 'event.outcome': 'success', 'event.type': ['info'] },
  ],
])('%o', (line, fields) => {
  const got = read(line)
  expect(got.parser).toBe('cloudflare-logpush@1')
  expect(got.fields).toMatchObject(fields)
})
