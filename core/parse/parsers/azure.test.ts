import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './azure.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string | object) =>
  parseLine(typeof line === 'string' ? line : JSON.stringify(line), 'auto', context)
const [signIn = '', , audit = '', flow = ''] = parser.samples
const firewall = (msg: string) =>
  read({
    time: '2026-03-10T12:00:00Z',
    category: 'AzureFirewallNetworkRule',
    resourceId: '/SUBSCRIPTIONS/S1/RESOURCEGROUPS/NET/PROVIDERS/MICROSOFT.NETWORK/AZUREFIREWALLS/FW01',
    properties: { msg },
  }).fields

describe('azure', () => {
  it('reads sign-ins', () => {
    const { time, fields } = read(signIn)
    expect(time).toBe(1_773_144_000_123_456_700n)
    expect(fields).toMatchObject({
      'event.dataset': 'azure.signinlogs',
      'event.outcome': 'failure',
      'user.name': 'anna',
      'user.id': 'u1',
      'source.ip': '192.0.2.7',
      'error.code': '50126',
      'azure.signinlogs.resultType': '50126',
    })
  })

  it('reads changes of the directory', () => {
    expect(read(audit).fields).toMatchObject({
      'event.dataset': 'azure.auditlogs',
      'event.action': 'Add member to role',
      'event.outcome': 'success',
      'user.name': 'root@example.org',
      'user.target.name': 'anna@example.org',
    })
  })

  it.each([
    [
      "TCP request from 203.0.113.5:40022 to 198.51.100.9:3389 was DNAT'ed to 10.0.0.7:3389. Policy: p. Rule Collection Group: g. Rule Collection: c. Rule: r",
      {
        'destination.nat.ip': '10.0.0.7',
        'destination.nat.port': 3389,
        'rule.name': 'r',
        'network.transport': 'tcp',
      },
    ],
    [
      'HTTPS request from 10.0.0.7:50123 to bad.example.org:443. Action: Deny. No rule matched. Proceeding with default action',
      {
        'destination.domain': 'bad.example.org',
        'event.type': ['connection', 'denied'],
        'event.reason': 'No rule matched. Proceeding with default action',
        'network.protocol': 'https',
      },
    ],
    [
      'ICMP Type=8 request from 10.0.0.7 to 192.0.2.9. Action: Allow. ',
      { 'network.transport': 'icmp', 'destination.ip': '192.0.2.9', 'event.type': ['connection', 'allowed'] },
    ],
    [
      'DNS Request: 10.0.0.7:61248 - 6513 A IN www.example.org. udp 43 false 512 NXDOMAIN qr,rd,ra 145 0.002s',
      { 'dns.question.name': 'www.example.org', 'dns.response_code': 'NXDOMAIN', 'source.bytes': 43 },
    ],
  ])('reads Azure Firewall: %s', (msg, expected) => {
    expect(firewall(msg)).toMatchObject({ 'observer.name': 'FW01', 'cloud.account.id': 'S1', ...expected })
  })

  it('reads flows of security groups and of virtual networks', () => {
    expect(read(flow).fields).toMatchObject({
      'source.ip': '203.0.113.5',
      'destination.port': 22,
      'event.type': ['connection', 'denied'],
      'network.direction': 'inbound',
      'source.mac': '00-0D-3A-00-00-01',
    })
    const flowTuples = [
      '1773144000599,10.0.0.6,192.0.2.9,23956,443,6,O,B,NX,5,300,4,200',
      '1773144000600,10.0.0.6,192.0.2.10,23957,443,6,O,B,NX,0,0,0,0',
    ]
    const flowRecords = { flows: [{ flowGroups: [{ rule: 'out', flowTuples }] }] }
    const record = {
      time: '2026-03-10T12:00:00Z',
      category: 'FlowLogFlowEvent',
      operationName: 'x',
      properties: {},
      flowRecords,
    }
    expect(read(record).fields).toMatchObject({
      'network.bytes': 500,
      'event.type': ['connection', 'allowed'],
      'azure.flow.destination_ips': ['192.0.2.9', '192.0.2.10'],
    })
  })

  it('reads the activity log', () => {
    const record = {
      time: '2026-03-10T12:00:00Z',
      resourceId: '/SUBSCRIPTIONS/S1/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES/VM1',
      operationName: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE',
      category: 'Administrative',
      resultType: 'Success',
      durationMs: 20,
      callerIpAddress: '192.0.2.7',
      identity: {
        claims: {
          'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'anna@example.org',
          name: 'Anna',
        },
      },
    }
    expect(read(record).fields).toMatchObject({
      'event.dataset': 'azure.activitylogs',
      'event.type': ['deletion'],
      'event.outcome': 'success',
      'event.duration': 20_000_000,
      'user.email': 'anna@example.org',
      'azure.resource.name': 'VM1',
    })
  })

  it.each([
    ['3/10/2026 12:00:00 PM', 1_773_144_000_000_000_000n],
    ['3/10/2026 12:00:00 PM +00:00', 1_773_144_000_000_000_000n],
    ['3/10/2026 12:00:00 AM', 1_773_100_800_000_000_000n],
    ['soon', undefined],
  ])('takes %s for a time', (time, expected) => {
    expect(read({ time, category: 'RiskyUsers', operationName: 'Risky user', properties: {} }).time).toBe(
      expected,
    )
  })

  it('leaves what only looks like it', () => {
    expect(read({ operationName: 'sum', category: 'maths', properties: {} }).parser).toBe('json@1')
    expect(read({ resourceId: 'shelf 7', category: 'books' }).parser).toBe('json@1')
  })

  it('reads Key Vault by HTTP, whatever the service calls the end', () => {
    const record = {
      time: '2026-03-10T12:00:00Z',
      category: 'AuditEvent',
      operationName: 'SecretGet',
      resultType: 'Success',
      resourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/V',
      callerIpAddress: '192.0.2.7',
      identity: { claim: { oid: 'o1', upn: 'anna@example.org' } },
      properties: {
        httpStatusCode: 403,
        requestUri: 'https://v.vault.example.org/secrets/db?api-version=7.3',
        tlsVersion: 'TLS1_3',
      },
    }
    expect(read(record).fields).toMatchObject({
      'event.dataset': 'azure.keyvault',
      'event.outcome': 'failure',
      'user.name': 'anna@example.org',
      'url.path': '/secrets/db',
      'tls.version': '1.3',
    })
  })

  it('reads storage accounts', () => {
    const record = {
      time: '2026-03-10T12:00:00Z',
      category: 'StorageDelete',
      operationName: 'DeleteBlob',
      resourceId:
        '/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/a/blobServices/default',
      statusCode: 202,
      callerIpAddress: '192.0.2.7:39221',
      uri: 'https://a.blob.example.org:443/c/plan.pdf',
      identity: { type: 'SAS' },
      properties: { accountName: 'a', userAgentHeader: 'curl/8' },
    }
    expect(read(record).fields).toMatchObject({
      'event.dataset': 'azure.storage',
      'source.ip': '192.0.2.7',
      'source.port': 39_221,
      'url.path': '/c/plan.pdf',
      'azure.storage.authentication': 'SAS',
    })
  })

  it('reads flows that a forwarder took apart', () => {
    const record = {
      time: '2026-03-10T12:00:00Z',
      operationName: 'FlowLogFlowEvent',
      rule: 'no-telnet',
      'flow.0': '1773144000503,203.0.113.5,10.0.0.7,35276,23,6,I,D,NX,0,0,0,0',
    }
    expect(read(record).fields).toMatchObject({
      'rule.name': 'no-telnet',
      'event.type': ['connection', 'denied'],
    })
  })
})
