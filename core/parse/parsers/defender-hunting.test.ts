import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (table: string, properties: object, more: object = {}) =>
  parseLine(
    JSON.stringify({
      time: '2026-03-10T12:01:00Z',
      tenantId: 't1',
      category: `AdvancedHunting-${table}`,
      properties,
      ...more,
    }),
    'auto',
    { received: 0, zoneMinutes: 0 },
  )

const initiator = {
  InitiatingProcessFileName: 'cmd.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\system32',
  InitiatingProcessId: 900,
  InitiatingProcessCommandLine: 'cmd /c x',
  InitiatingProcessParentFileName: 'explorer.exe',
  InitiatingProcessParentId: 800,
  InitiatingProcessAccountName: 'anna',
  InitiatingProcessAccountDomain: 'example',
}

describe('defender-hunting', () => {
  it.each([
    ['LogonFailed', {}, 'DeviceLogonEvents', { 'event.outcome': 'failure', 'user.name': 'anna' }],
    ['ProcessCreated', { FileName: 'whoami.exe' }, 'DeviceProcessEvents', { 'process.name': 'whoami.exe' }],
    ['ConnectionSuccess', { RemoteIP: '10.0.0.7' }, 'DeviceNetworkEvents', { 'destination.ip': '10.0.0.7' }],
    ['Unheard', { Type: 'DeviceFileEvents' }, 'DeviceFileEvents', {}],
    ['PowerShellCommand', {}, 'DeviceEvents', {}],
  ])('reads a row without its envelope: %s', (ActionType, more, table, expected) => {
    const Timestamp = '2026-03-10T12:00:00Z'
    const row = {
      Timestamp,
      DeviceId: 'd1',
      DeviceName: 'ws01',
      ActionType,
      AccountName: 'anna',
      ReportId: 7,
    }
    expect(
      parseLine(JSON.stringify({ ...row, ...more }), 'auto', { received: 0, zoneMinutes: 0 }),
    ).toMatchObject({
      parser: 'defender-hunting@1',
      time: 1_773_144_000_000_000_000n,
      fields: { 'm365_defender.event.table': table, 'host.name': 'ws01', ...expected },
    })
  })

  it('reads a started process with its parent', () => {
    const { time, fields } = read('DeviceProcessEvents', {
      Timestamp: '2026-03-10T12:00:00.5Z',
      DeviceName: 'ws01.example.org',
      ActionType: 'ProcessCreated',
      FileName: 'whoami.exe',
      FolderPath: 'C:\\Windows\\System32\\whoami.exe',
      ProcessId: 4012,
      SHA1: 'aa',
      AccountName: 'bert',
      ...initiator,
    })
    expect(time).toBe(1_773_144_000_500_000_000n)
    expect(fields).toMatchObject({
      'event.action': 'start',
      'process.executable': 'C:\\Windows\\System32\\whoami.exe',
      'process.pid': 4012,
      'process.hash.sha1': 'aa',
      'process.parent.executable': 'c:\\windows\\system32\\cmd.exe',
      'process.parent.pid': 900,
      'user.name': 'bert',
      'host.name': 'ws01.example.org',
      'm365_defender.event.table': 'DeviceProcessEvents',
      'm365_defender.event.initiating_process_parent_id': 800,
    })
  })

  it('takes the initiator as the process of other tables', () => {
    const { fields } = read('DeviceRegistryEvents', {
      ActionType: 'RegistryValueSet',
      RegistryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Example',
      RegistryValueName: 'Run',
      RegistryValueData: 'x.exe',
      ...initiator,
    })
    expect(fields).toMatchObject({
      'event.action': 'modification',
      'registry.hive': 'HKLM',
      'registry.key': 'SOFTWARE\\Example',
      'registry.path': 'HKLM\\SOFTWARE\\Example\\Run',
      'registry.data.strings': ['x.exe'],
      'process.name': 'cmd.exe',
      'process.parent.name': 'explorer.exe',
      'user.name': 'anna',
    })
  })

  it('knows which side asked', () => {
    const ends = { RemoteIP: '203.0.113.9', RemotePort: 51012, LocalIP: '192.168.7.4', LocalPort: 445 }
    expect(
      read('DeviceNetworkEvents', { ActionType: 'InboundConnectionAccepted', Protocol: 'TcpV4', ...ends })
        .fields,
    ).toMatchObject({
      'source.ip': '203.0.113.9',
      'destination.port': 445,
      'network.transport': 'tcp',
      'network.direction': 'inbound',
    })
    expect(read('DeviceNetworkEvents', { ActionType: 'ConnectionSuccess', ...ends }).fields).toMatchObject({
      'destination.ip': '203.0.113.9',
      'source.port': 445,
      'network.direction': 'outbound',
      'event.outcome': 'success',
    })
  })

  it('reads what the sensor saw in DNS', () => {
    const { fields } = read('DeviceNetworkEvents', {
      ActionType: 'DnsConnectionInspected',
      AdditionalFields:
        '{"direction":"Out","query":"example.org","qtype_name":"A","rcode_name":"NOERROR","AA":"true","answers":"[\\"192.0.2.1\\"]","TTLs":"[60.0]"}',
    })
    expect(fields).toMatchObject({
      'dns.question.name': 'example.org',
      'dns.answers.data': ['192.0.2.1'],
      'dns.answers.ttl': [60],
      'dns.header_flags': ['AA'],
      'network.protocol': 'dns',
      'network.direction': 'outbound',
    })
  })

  it('reads mail, with its URL', () => {
    const { fields } = read('EmailUrlInfo', {
      NetworkMessageId: 'n1',
      Url: 'https://anna:pw@www.example.org:8443/a?b=1',
    })
    expect(fields).toMatchObject({
      'email.message_id': 'n1',
      'url.domain': 'www.example.org',
      'url.username': 'anna',
      'url.port': 8443,
      'url.path': '/a',
    })
  })

  it('reads alerts and what they are about', () => {
    expect(
      read('AlertInfo', {
        AlertId: 'a1',
        Severity: 'High',
        Title: 'x',
        AttackTechniques: '["Phishing (T1566.001)"]',
      }).fields,
    ).toMatchObject({
      'event.id': 'a1',
      'event.severity': 4,
      message: 'x',
      'threat.technique.id': ['T1566'],
      'threat.technique.subtechnique.id': ['T1566.001'],
    })
    const graph = {
      Type: 'process',
      ProcessId: '7',
      CommandLine: 'a -b',
      ImageFile: { Directory: 'C:\\x', Name: 'a.exe', FileHashes: [{ Algorithm: 'SHA1', Value: 'aa' }] },
      ParentProcess: { ProcessId: '6', ImageFile: { Name: 'b.exe' } },
    }
    expect(read('AlertEvidence', { AdditionalFields: JSON.stringify(graph) }).fields).toMatchObject({
      'process.pid': 7,
      'process.executable': 'C:\\x\\a.exe',
      'process.hash.sha1': 'aa',
      'process.parent.name': 'b.exe',
    })
  })

  it('leaves other categories of Azure alone', () => {
    expect(read('x', {}, { category: 'AuditLogs' }).parser).not.toMatch(/^defender/)
    expect(read('x', {}, { properties: 7 }).parser).not.toMatch(/^defender/)
  })

  it('takes names of the log as they come', () => {
    const raw =
      '{"category":"AdvancedHunting-constructor","properties":{"__proto__":{"x":1},"ActionType":"toString","AdditionalFields":"{\\"Type\\":\\"valueOf\\"}"}}'
    expect(parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 }).fields['error.message']).toBeUndefined()
  })
})
