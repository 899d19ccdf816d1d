import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const sysmon = (code: number, data: object) =>
  parseLine(
    JSON.stringify({
      EventID: code,
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      SourceName: 'Microsoft-Windows-Sysmon',
      Hostname: 'ws01.example.org',
      EventTime: '2026-03-10 12:00:00',
      UtcTime: '2026-03-10 11:00:00.125',
      ...data,
    }),
    'auto',
    { ...context, zoneMinutes: 60 },
  )

const read = (event: object) => parseLine(JSON.stringify(event), 'auto', context)

describe('windows-flat', () => {
  it('reads a process start of Sysmon', () => {
    expect(
      sysmon(1, {
        Image: 'C:\\Windows\\System32\\whoami.exe',
        ProcessId: '4012',
        ProcessGuid: '{a}',
        CommandLine: 'whoami /all',
        User: 'EXAMPLE\\anna',
        Hashes: 'SHA256=AB12,IMPHASH=CD34',
        ParentImage: 'C:\\Windows\\System32\\cmd.exe',
        OriginalFileName: 'whoami.exe',
        Message: 'Process Create',
        SourceModuleName: 'eventlog',
        RecordNumber: 5,
      }),
    ).toMatchObject({
      parser: 'windows-flat@3',
      time: 1_773_140_400_125_000_000n,
      fields: {
        'process.executable': 'C:\\Windows\\System32\\whoami.exe',
        'process.name': 'whoami.exe',
        'process.pid': 4012,
        'process.entity_id': '{a}',
        'process.command_line': 'whoami /all',
        'process.hash.sha256': 'ab12',
        'process.pe.imphash': 'cd34',
        'process.pe.original_file_name': 'whoami.exe',
        'process.parent.name': 'cmd.exe',
        'user.domain': 'EXAMPLE',
        'user.name': 'anna',
        'host.name': 'ws01.example.org',
        'winlog.record_id': '5',
        'winlog.event_data.Image': 'C:\\Windows\\System32\\whoami.exe',
        message: 'Process Create',
      },
    })
  })

  it('keeps what a shipper added out of the event data', () => {
    const { fields } = sysmon(5, { SourceModuleName: 'eventlog', Severity: 'INFO', ThreadID: 3 })
    expect(Object.keys(fields).filter((name) => name.startsWith('winlog.event_data.'))).toEqual([
      'winlog.event_data.UtcTime',
    ])
    expect(fields).toMatchObject({ 'log.level': 'info', 'winlog.process.thread.id': 3 })
  })

  it('reads network, registry and DNS events of Sysmon', () => {
    const net = {
      Protocol: 'TCP',
      Initiated: 'true',
      SourceIp: '10.0.0.7',
      DestinationIp: '203.0.113.9',
      DestinationPort: 443,
    }
    expect(sysmon(3, net).fields).toMatchObject({
      'network.transport': 'tcp',
      'network.direction': 'egress',
      'source.ip': '10.0.0.7',
      'destination.ip': '203.0.113.9',
      'destination.port': 443,
    })
    expect(
      sysmon(13, { TargetObject: 'HKLM\\System\\Run\\x', Details: 'DWORD (0x0000000a)' }).fields,
    ).toMatchObject({
      'registry.hive': 'HKLM',
      'registry.key': 'System\\Run\\x',
      'registry.value': 'x',
      'registry.data.type': 'SZ_DWORD',
      'registry.data.strings': ['10'],
    })
    expect(
      sysmon(22, { QueryName: 'e.org', QueryResults: 'type:  5 a.e.org;::ffff:203.0.113.9;2001:db8::1;' })
        .fields,
    ).toMatchObject({
      'dns.question.name': 'e.org',
      'dns.answers.data': ['a.e.org', '203.0.113.9', '2001:db8::1'],
      'dns.answers.type': ['CNAME', 'A', 'AAAA'],
      'dns.resolved_ip': ['203.0.113.9', '2001:db8::1'],
    })
  })

  it('reads a refused log-on whose keywords are a number, and the time in the zone of the source', () => {
    const line =
      '{"EventID":4625,"Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","Keywords":-9218868437227405312,"EventTime":"2026-03-10 13:00:00","Hostname":"dc01","TargetUserName":"anna","IpAddress":"203.0.113.9"}'
    expect(parseLine(line, 'auto', { ...context, zoneMinutes: 60 })).toMatchObject({
      time: 1_773_144_000_000_000_000n,
      fields: { 'event.outcome': 'failure', 'user.name': 'anna', 'source.ip': '203.0.113.9' },
    })
  })

  it('reads the members of groups', () => {
    const line = {
      EventID: 4728,
      Channel: 'Security',
      SourceName: 'Microsoft-Windows-Security-Auditing',
      TargetUserName: 'Domain Admins',
      MemberName: 'CN=Anna B,OU=Staff,DC=e,DC=org',
      SubjectUserName: 'root',
    }
    expect(parseLine(JSON.stringify(line), 'auto', context).fields).toMatchObject({
      'group.name': 'Domain Admins',
      'user.target.name': 'Anna B',
      'user.name': 'root',
    })
  })

  it('names values by their places, and reads what NXLog lost out of the text', () => {
    const security = {
      EventID: 4634,
      Channel: 'Security',
      ProviderName: 'Microsoft-Windows-Security-Auditing',
    }
    const inserts = ['S-1-5-21-1', 'anna', 'EXAMPLE', '0x5ab', '3']
    expect(read({ ...security, StringInserts: inserts }).fields).toMatchObject({
      'winlog.event_data.TargetUserName': 'anna',
      'user.name': 'anna',
      'winlog.logon.type': 'Network',
    })
    expect(
      read({ EventCode: 7, Logfile: 'Application', SourceName: 'x', InsertionStrings: ['a', 'b'] }).fields,
    ).toMatchObject({
      'event.code': '7',
      'winlog.event_data.Data': ['a', 'b'],
    })
    const text = 'Process terminated:\r\nProcessId: 4012\r\nImage: C:\\a.exe'
    expect(
      read({
        EventID: 5,
        Channel: 'c',
        SourceName: 'Microsoft-Windows-Sysmon',
        ProcessID: 600,
        Image: 'C:\\a.exe',
        Message: text,
      }).fields,
    ).toMatchObject({ 'process.pid': 4012, 'winlog.process.pid': 600 })
  })

  it("reads data of Azure's tables", () => {
    const head = { EventID: 4634, Channel: 'Security', Provider: 'Microsoft-Windows-Security-Auditing' }
    const xml = '<EventData xmlns="x"><Data Name="TargetUserName">anna</Data></EventData>'
    for (const EventData of [xml, `<DataItem>${xml}</DataItem>`, { TargetUserName: 'anna' }])
      expect(read({ ...head, EventData, TimeGenerated: '2026-03-10T12:00:00Z' })).toMatchObject({
        time: 1_773_144_000_000_000_000n,
        fields: { 'user.name': 'anna' },
      })
  })
})

describe('windows-flat, where all that a provider says stands in its text', () => {
  const told = (provider: string, code: number, text: string) =>
    read({ EventID: code, SourceName: provider, Channel: 'System', Hostname: 'ws01', Message: text }).fields

  it.each([
    [
      'Microsoft-Windows-SMBServer',
      551,
      'SMB Session Authentication Failure\r\n\r\nClient Name: \\\\10.0.0.7\r\nClient Address: 10.0.0.7:51012\r\nUser Name: \r\nSession ID: 0x1\r\nStatus: Invalid. Wrong password.',
      { 'source.ip': '10.0.0.7', 'source.port': 51012, 'user.name': undefined },
    ],
    [
      'TermDD',
      56,
      'The security layer has disconnected the client. Client IP: 10.0.0.7.',
      { 'source.ip': '10.0.0.7' },
    ],
    [
      'Microsoft-Windows-ActiveDirectory_DomainService',
      2946,
      'A password was fetched. \r\n \r\nGroup Managed Service Account Object: \r\nCN=gmsa1,CN=Accounts,DC=example,DC=org \r\nCaller SID: \r\nS-1-5-21-1 \r\nCaller IP: \r\n10.0.0.7:389',
      { 'source.ip': '10.0.0.7', 'source.port': 389, 'user.target.name': 'gmsa1' },
    ],
    [
      'AD FS Auditing',
      1203,
      'Failed. XML: <?xml version="1.0"?><AuditBase><Component xsi:type="x"><RelyingParty>http://sts.example.org/adfs/services/trust</RelyingParty><UserId>anna@example.org</UserId></Component><IpAddress>203.0.113.9,10.0.0.7</IpAddress><ProxyServer>N/A</ProxyServer><UserAgentString>Mozilla/5.0</UserAgentString></AuditBase>',
      {
        'url.domain': 'sts.example.org',
        'url.port': 80,
        'user.name': 'anna',
        'user.domain': 'example.org',
        'source.ip': '203.0.113.9',
        'user_agent.original': 'Mozilla/5.0',
        'winlog.event_data.ProxyServer': undefined,
      },
    ],
  ])('reads %s %i', (provider, code, text, fields) => {
    const found = told(provider, code, text)
    for (const [name, value] of Object.entries(fields)) expect(found[name]).toEqual(value)
  })

  it('knows where a transfer goes', () => {
    expect(
      read({
        EventID: 60,
        SourceName: 'Microsoft-Windows-Bits-Client',
        Channel: 'Microsoft-Windows-Bits-Client/Operational',
        Hostname: 'ws01',
        url: 'https://dl.example.org/a.zip',
      }).fields,
    ).toMatchObject({ 'destination.domain': 'dl.example.org', 'url.port': 443 })
  })
})
