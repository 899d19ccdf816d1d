import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const system = {
  Provider: { '#attributes': { Name: 'Microsoft-Windows-Security-Auditing', Guid: 'x' } },
  EventID: 4624,
  Level: 0,
  Keywords: '0x8020000000000000',
  TimeCreated: { '#attributes': { SystemTime: '2026-03-10T12:00:00.123456700Z' } },
  EventRecordID: 71,
  Execution: { '#attributes': { ProcessID: 500, ThreadID: 2 } },
  Channel: 'Security',
  Computer: 'dc01.example.org',
  Security: null,
}
const read = (event: object) => parseLine(JSON.stringify({ Event: event }), 'auto', context)

describe('windows-evtx', () => {
  it('reads a log-on: ECS beside the original names', () => {
    const data = {
      TargetUserName: 'anna',
      TargetDomainName: 'EXAMPLE',
      IpAddress: '::ffff:10.0.0.7',
      IpPort: '51012',
      LogonType: 10,
      SubjectUserName: '-',
      ProcessId: '0x1f4',
    }
    expect(read({ System: system, EventData: data })).toMatchObject({
      parser: 'windows-evtx@3',
      time: 1_773_144_000_123_456_700n,
      fields: {
        'event.module': 'windows',
        'event.code': '4624',
        'event.provider': 'Microsoft-Windows-Security-Auditing',
        'event.outcome': 'success',
        'winlog.channel': 'Security',
        'winlog.event_id': '4624',
        'winlog.record_id': '71',
        'winlog.computer_name': 'dc01.example.org',
        'winlog.logon.type': 'RemoteInteractive',
        'host.name': 'dc01.example.org',
        'log.level': 'information',
        'winlog.level': '0',
        'user.name': 'anna',
        'user.domain': 'EXAMPLE',
        'source.ip': '10.0.0.7',
        'source.port': 51012,
        'process.pid': 500,
        'winlog.event_data.TargetUserName': 'anna',
        'winlog.event_data.SubjectUserName': '-',
        'winlog.event_data.LogonType': 10,
      },
    })
  })

  it.each([
    [
      'technique_id=T1059.001,technique_name=PowerShell',
      {
        'threat.framework': 'MITRE ATT&CK',
        'threat.technique.id': ['T1059'],
        'threat.technique.subtechnique.id': ['T1059.001'],
        'threat.technique.subtechnique.name': ['PowerShell'],
      },
    ],
    [
      'technique_id=T1047,technique_name=WMI',
      { 'threat.technique.id': ['T1047'], 'threat.technique.name': ['WMI'] },
    ],
    ['InvokeT1047', {}],
  ])("reads the technique in a rule's name of Sysmon: %s", (RuleName, expected) => {
    const Provider = { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } }
    const { fields } = read({ System: { ...system, Provider, EventID: 1 }, EventData: { RuleName } })
    expect(fields).toMatchObject({ 'rule.name': RuleName, ...expected })
    expect('threat.framework' in fields).toBe('threat.technique.id' in expected)
  })

  it('reads ids with qualifiers, attributes beside elements, and user data', () => {
    const { Provider: _, TimeCreated: __, ...rest } = system
    const read2 = read({
      System: {
        ...rest,
        Provider_attributes: { Name: 'Microsoft-Windows-Eventlog' },
        TimeCreated_attributes: { SystemTime: '2026-03-10T12:00:00Z' },
        EventID: { '#attributes': { Qualifiers: 0 }, '#text': 1102 },
      },
      UserData: { LogFileCleared: { SubjectUserName: 'anna' } },
    })
    expect(read2).toMatchObject({
      time: 1_773_144_000_000_000_000n,
      fields: {
        'event.code': '1102',
        'event.provider': 'Microsoft-Windows-Eventlog',
        'winlog.user_data.LogFileCleared.SubjectUserName': 'anna',
        'user.name': 'anna',
      },
    })
  })

  it('makes a list of unnamed data, keeps binary, and leaves out the names of templates', () => {
    const { fields } = read({
      System: system,
      EventData: {
        '#attributes': { Name: 'EngineState' },
        Data: { '#text': ['Stopped', 'Available', ''] },
        Binary: '0A0B',
      },
      UserData: { Cleared: { '#attributes': { xmlns: 'urn:x' }, Channel: 'System' } },
    })
    expect(fields).toMatchObject({
      'winlog.event_data.Data': ['Stopped', 'Available', ''],
      'winlog.event_data.Binary': '0A0B',
      'winlog.user_data.Cleared.Channel': 'System',
    })
    expect(Object.keys(fields).filter((name) => name.includes('#'))).toEqual([])
    expect(read({ System: system, EventData: { Data: { '#text': 'alone' } } }).fields).toMatchObject({
      'winlog.event_data.Data': 'alone',
    })
  })

  it('reads Sysmon on Linux', () => {
    const linux = { ...system, Provider: { '#attributes': { Name: 'Linux-Sysmon' } }, EventID: 1 }
    expect(read({ System: linux, EventData: { Image: '/usr/bin/id' } }).fields).toMatchObject({
      'event.module': 'sysmon_linux',
      'process.executable': '/usr/bin/id',
    })
  })

  it('leaves other JSON with an Event to the generic parser', () => {
    expect(parseLine('{"Event":{"a":1}}', 'auto', context).parser).toBe('json@1')
  })

  it('reads what other converters make of the XML', () => {
    const head = {
      Provider: { Name: 'Microsoft-Windows-Security-Auditing' },
      EventID: '4634',
      Channel: 'Security',
    }
    const marked = {
      Provider: { '@Name': 'Microsoft-Windows-Security-Auditing' },
      EventID: { '@Qualifiers': '', '#text': '4634' },
      TimeCreated: { '@SystemTime': '2026-03-10T12:00:00Z' },
      Channel: 'Security',
    }
    for (const [system, data] of [
      [head, { Data: [{ Name: 'TargetUserName', text: 'anna' }, { Name: 'TargetLogonId' }] }],
      [marked, { Data: [{ '@Name': 'TargetUserName', '#text': 'anna' }] }],
    ])
      expect(read({ System: system, EventData: data }).fields).toMatchObject({
        'event.provider': 'Microsoft-Windows-Security-Auditing',
        'event.code': '4634',
        'user.name': 'anna',
      })
  })
})
