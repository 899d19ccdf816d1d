import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (raw: string, format = 'auto') =>
  parseLine(raw, format, { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

const system = (provider: string, code: number, channel: string, more = ''): string =>
  `<System><Provider Name='${provider}' Guid='{1}'/><EventID>${code}</EventID><Level>4</Level><Keywords>0x8020000000000000</Keywords>` +
  `<TimeCreated SystemTime='2026-03-10T12:00:00.123456700Z'/><EventRecordID>71</EventRecordID><Correlation ActivityID='{2}'/>` +
  `<Execution ProcessID='600' ThreadID='604'/><Channel>${channel}</Channel><Computer>dc01.example.org</Computer>${more}</System>`

const event = (head: string, body: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${head}${body}</Event>`

const security = (code: number, data: string): string =>
  event(system('Microsoft-Windows-Security-Auditing', code, 'Security'), `<EventData>${data}</EventData>`)

describe('windows-xml', () => {
  it('reads the head', () => {
    const { parser, time, fields } = read(security(4688, "<Data Name='NewProcessName'>C:\\a\\b.exe</Data>"))
    expect([parser, time]).toEqual(['windows-xml@1', 1_773_144_000_123_456_700n])
    expect(fields).toMatchObject({
      'event.provider': 'Microsoft-Windows-Security-Auditing',
      'event.code': '4688',
      'event.outcome': 'success',
      'winlog.channel': 'Security',
      'winlog.record_id': '71',
      'winlog.activity_id': '{2}',
      'winlog.process.pid': 600,
      'winlog.process.thread.id': 604,
      'winlog.event_data.NewProcessName': 'C:\\a\\b.exe',
      'process.name': 'b.exe',
      'host.name': 'dc01.example.org',
      'host.hostname': 'dc01',
      'log.level': 'information',
    })
  })

  it('takes the process that wrote the event where the event names none', () => {
    expect(read(security(4634, "<Data Name='TargetUserName'>anna</Data>")).fields['process.pid']).toBe(600)
  })

  it('decodes entities and CDATA, and keeps unknown ones as written', () => {
    const { fields } = read(
      security(4697, "<Data Name='ServiceName'>a &amp; &#66; &xxe; <![CDATA[<c>]]></Data>"),
    )
    expect(fields['service.name']).toBe('a & B &xxe; <c>')
  })

  it('refuses a document type', () => {
    const raw = `<?xml version="1.0"?><!DOCTYPE Event [<!ENTITY a "b">]>${security(4624, '')}`
    expect(read(raw).parser).toBe('raw@1')
  })

  it('reads rendered texts: message, task, keywords', () => {
    const info =
      "<RenderingInfo Culture='en-US'><Message>A task ran.</Message><Level>Information</Level><Task>Action started</Task><Opcode>Start</Opcode><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo>"
    const { fields } = read(event(system('Example-Provider', 5, 'Example'), info))
    expect(fields).toMatchObject({
      message: 'A task ran.',
      'event.action': 'Action started',
      'winlog.task': 'Action started',
      'winlog.opcode': 'Start',
      'winlog.keywords': ['Classic'],
    })
  })

  it('reads user data', () => {
    const body =
      "<UserData><LogFileCleared xmlns='urn:x'><SubjectUserName>anna</SubjectUserName><SubjectUserSid>S-1-5-21-1</SubjectUserSid></LogFileCleared></UserData>"
    const { fields } = read(event(system('Microsoft-Windows-Eventlog', 1102, 'Security'), body))
    expect(fields).toMatchObject({
      'user.name': 'anna',
      'user.id': 'S-1-5-21-1',
      'winlog.user_data.LogFileCleared.SubjectUserName': 'anna',
    })
  })

  it('reads the details of PowerShell, whose data have no names', () => {
    const details =
      '\tNewEngineState=Stopped\r\n\tPreviousEngineState=Available\r\n\r\n\tSequenceNumber=33\r\n\r\n\tHostName=ConsoleHost\r\n\tHostId=1-2\r\n\tHostApplication=powershell.exe -File "C:\\a b.ps1"\r\n\tEngineVersion=5.1\r\n\tCommandLine='
    const { fields } = read(
      event(
        system('PowerShell', 403, 'Windows PowerShell'),
        `<EventData><Data>Stopped</Data><Data>Available</Data><Data>${details}</Data></EventData>`,
      ),
    )
    expect(fields).toMatchObject({
      'process.command_line': 'powershell.exe -File "C:\\a b.ps1"',
      'process.args': ['powershell.exe', '-File', 'C:\\a b.ps1'],
      'process.entity_id': '1-2',
      'process.title': 'ConsoleHost',
      'event.sequence': 33,
      'powershell.engine.version': '5.1',
      'powershell.engine.new_state': 'Stopped',
    })
  })

  it('reads members of groups with their domain', () => {
    const { fields } = read(
      security(
        4728,
        "<Data Name='MemberName'>CN=Anna,OU=Staff,DC=example,DC=org</Data><Data Name='TargetUserName'>Admins</Data>",
      ),
    )
    expect(fields).toMatchObject({
      'user.target.name': 'Anna',
      'user.target.domain': 'example.org',
      'group.name': 'Admins',
      'user.target.group.name': 'Admins',
    })
  })

  it('takes several lines, prefixes and a syslog envelope', () => {
    const prefixed = security(4634, '').replaceAll(/<(\/?)(?=[A-Z])/g, '<$1e:')
    for (const raw of [
      security(4634, '').replaceAll('><', '>\n  <'),
      prefixed.replace('xmlns=', 'xmlns:e='),
      `<13>Mar 10 12:00:00 dc01 winlog: ${security(4634, '')}`,
    ]) {
      const { parser, fields } = read(raw)
      expect([parser, fields['event.code']]).toEqual(['windows-xml@1', '4634'])
    }
  })

  it('reads what was left of a cut line', () => {
    const whole = security(4624, "<Data Name='TargetUserName'>anna</Data><Data Name='LogonType'>3</Data>")
    const { fields } = read(whole.slice(0, whole.indexOf('LogonType')))
    expect(fields).toMatchObject({ 'user.name': 'anna', 'nightjar.problem': ['fields_cut'] })
  })

  it('leaves other XML to others', () => {
    expect(read('<Event><Other/></Event>').parser).toBe('raw@1')
    expect(read('<EventLog>x</EventLog>').parser).toBe('raw@1')
  })
})
