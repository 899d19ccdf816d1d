import { describe, expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './zeek-json.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (record: object) => parseLine(JSON.stringify(record), 'auto', context)
const ends = { 'id.orig_h': '10.0.0.7', 'id.orig_p': 51826, 'id.resp_h': '192.0.2.10', 'id.resp_p': 443 }
const base = { ts: 1773144000.250001, uid: 'CHhAvVGS1DHFjwGM9', ...ends }

describe('zeek-json', () => {
  it('reads a connection: ends, bytes, duration, direction', () => {
    const {
      fields,
      time,
      parser: name,
    } = read({
      ...base,
      ...{
        proto: 'tcp',
        service: 'ssl',
        duration: 1.25,
        conn_state: 'SF',
        local_orig: true,
        local_resp: false,
      },
      ...{ orig_pkts: 9, orig_ip_bytes: 892, resp_pkts: 11, resp_ip_bytes: 4676 },
    })
    expect(name).toBe('zeek-json@1')
    expect(time).toBe(1_773_144_000_250_001_000n)
    expect(fields).toMatchObject({
      'event.dataset': 'zeek.connection',
      'event.id': 'CHhAvVGS1DHFjwGM9',
      'event.duration': 1_250_000_000,
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'source.bytes': 892,
      'destination.ip': '192.0.2.10',
      'destination.packets': 11,
      'network.bytes': 5568,
      'network.transport': 'tcp',
      'network.protocol': 'ssl',
      'network.direction': 'outbound',
      'zeek.conn.conn_state': 'SF',
    })
  })

  it('has no ports for ICMP', () => {
    expect(read({ ...base, proto: 'icmp', conn_state: 'OTH' }).fields).not.toHaveProperty('source.port')
  })

  it.each([
    ['dns', { proto: 'udp', trans_id: 7, query: 'example.org', rcode_name: 'NXDOMAIN' }, 'dns.question.name'],
    ['http', { trans_depth: 1, method: 'GET', uri: '/a' }, 'http.request.method'],
    ['sip', { trans_depth: 0, call_id: 'x', uri: 'sip:anna@example.org' }, 'url.full'],
    ['smtp', { trans_depth: 1, mailfrom: 'anna@example.org' }, 'email.from.address'],
    ['ssl', { version: 'TLSv13', cipher: 'X', resumed: false, established: true }, 'tls.version'],
    ['ssh', { auth_success: true, auth_attempts: 1 }, 'event.outcome'],
    ['kerberos', { request_type: 'AS', client: 'anna/EXAMPLE.ORG' }, 'user.domain'],
    ['smb_files', { action: 'SMB::FILE_OPEN', path: '\\\\srv\\c', name: 'a.txt', size: 1 }, 'file.path'],
    ['signatures', { note: 'Signatures::X', sig_id: 's' }, 'rule.id'],
    ['ntlm', { username: 'anna', hostname: 'WS01', domainname: 'EXAMPLE' }, 'user.name'],
    ['modbus', { func: 'READ_COILS' }, 'event.action'],
  ])('tells a record of %s by its keys', (path, record, field) => {
    const { fields } = read({ ...base, ...record })
    expect(Object.keys(fields).some((name) => name.startsWith(`zeek.${path}.`))).toBe(true)
    expect(fields[field]).toBeDefined()
  })

  it('believes _path, also of logs that it does not know', () => {
    const { fields } = read({ _path: 'my_log', ts: '2026-03-10T12:00:00Z', uid: 'CHhAvVGS1DHFjwGM9', x: 1 })
    expect(fields).toMatchObject({ 'event.dataset': 'zeek.my_log', 'zeek.my_log.x': 1 })
    expect(read({ _path: '../x', ts: 1 }).parser).not.toContain('zeek')
  })

  it('leaves other JSON with a ts alone', () => {
    for (const record of [
      { ts: 1773144000, level: 'info', msg: 'x' },
      { ts: 1, host: 'a', msg: 'b' },
    ])
      expect(parser.parse(line(record), context)).toBeUndefined()
  })
})

function line(json: Record<string, unknown>) {
  return createLine(JSON.stringify(json))
}
