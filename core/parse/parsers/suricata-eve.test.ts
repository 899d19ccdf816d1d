import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const base = { timestamp: '2026-03-10T12:00:00.250000+0000', flow_id: 1, in_iface: 'eth0' }
const ends = { src_ip: '10.0.0.7', src_port: 51826, dest_ip: '192.0.2.10', dest_port: 80, proto: 'TCP' }
const read = (record: object) => parseLine(JSON.stringify({ ...base, ...ends, ...record }), 'auto', context)

describe('suricata-eve', () => {
  it('reads an alert with its rule, flow and ATT&CK ids', () => {
    const { fields, time, parser } = read({
      event_type: 'alert',
      alert: {
        ...{ action: 'blocked', signature_id: 9000001, rev: 2, signature: 'EXAMPLE tool', severity: 1 },
        category: 'Misc activity',
        metadata: { mitre_tactic_id: ['TA0011'], mitre_technique_id: ['T1071_001'] },
      },
      app_proto: 'http',
      flow: { pkts_toserver: 1, pkts_toclient: 2, bytes_toserver: 30, bytes_toclient: 40 },
      http: { hostname: 'www.example.org', url: '/a?b=1', http_method: 'GET', status: 404 },
    })
    expect([parser, time]).toEqual(['suricata-eve@1', 1_773_144_000_250_000_000n])
    expect(fields).toMatchObject({
      'event.dataset': 'suricata.eve',
      'event.severity': 1,
      'event.type': ['denied'],
      'rule.id': '9000001',
      'rule.name': 'EXAMPLE tool',
      message: 'Misc activity',
      'threat.tactic.id': ['TA0011'],
      'threat.technique.id': ['T1071'],
      'threat.technique.subtechnique.id': ['T1071.001'],
      'network.bytes': 70,
      'network.protocol': 'http',
      'network.transport': 'tcp',
      'network.direction': 'outbound',
      'url.path': '/a',
      'http.response.status_code': 404,
      'suricata.eve.alert.category': 'Misc activity',
    })
  })

  it.each([
    [
      2,
      {
        type: 'answer',
        id: 7,
        rrname: 'a.example.org',
        rrtype: 'A',
        ra: true,
        answers: [{ rdata: '192.0.2.1' }],
      },
    ],
    [1, { type: 'answer', id: 7, rrname: 'a.example.org', rrtype: 'A', ra: true, rdata: '192.0.2.1' }],
    [
      3,
      {
        ...{ type: 'response', id: 7, ra: true },
        queries: [{ rrname: 'a.example.org', rrtype: 'A' }],
        answers: [{ rdata: '192.0.2.1' }],
      },
    ],
  ])('reads DNS of version %s', (_, dns) => {
    expect(read({ event_type: 'dns', proto: 'UDP', dns }).fields).toMatchObject({
      'dns.type': 'answer',
      'dns.id': '7',
      'dns.question.name': 'a.example.org',
      'dns.resolved_ip': ['192.0.2.1'],
      'dns.header_flags': ['RA'],
      'network.protocol': 'dns',
    })
  })

  it('reads TLS, files, anomalies and flows', () => {
    const tls = { sni: 'a.example.org.', version: 'TLS 1.3', fingerprint: `${'0a:'.repeat(19)}0b` }
    expect(read({ event_type: 'tls', tls }).fields).toMatchObject({
      'tls.client.server_name': 'a.example.org',
      'tls.version': '1.3',
      'tls.server.hash.sha1': `${'0A'.repeat(19)}0B`,
    })
    expect(
      read({ event_type: 'fileinfo', fileinfo: { filename: '/x/y.exe', size: 3 } }).fields,
    ).toMatchObject({
      'file.path': '/x/y.exe',
      'file.name': 'y.exe',
      'file.size': 3,
    })
    expect(read({ event_type: 'anomaly', anomaly: { event: 'ODD' } }).fields['event.action']).toBe('ODD')
    expect(read({ event_type: 'flow', flow: { age: 2 } }).fields['event.duration']).toBe(2e9)
  })

  it('has no ports for ICMP and leaves other JSON alone', () => {
    expect(read({ event_type: 'flow', proto: 'ICMP' }).fields).not.toHaveProperty('source.port')
    expect(parseLine('{"flow_id":1,"timestamp":"x"}', 'auto', context).parser).toBe('json@1')
  })
})
