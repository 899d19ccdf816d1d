import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const winlog = {
  channel: 'Security',
  event_id: '4688',
  provider_name: 'Microsoft-Windows-Security-Auditing',
  computer_name: 'ws01.example.org',
  record_id: 7,
  keywords: ['Audit Success'],
  task: 'Process Creation',
  time_created: '2026-03-10T12:00:00.1234567Z',
  event_data: {
    NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
    NewProcessId: '0x1a4',
    ProcessId: '0x10',
    ParentProcessName: 'C:\\Windows\\explorer.exe',
    CommandLine: 'cmd /c whoami',
    SubjectUserName: 'anna',
    SubjectDomainName: 'EXAMPLE',
    SubjectUserSid: 'S-1-5-21-1',
  },
}
const read = (document: object) =>
  parseLine(JSON.stringify({ '@timestamp': '2026-03-10T13:00:00Z', ...document }), 'auto', context)

describe('windows-winlogbeat', () => {
  it('completes what the agent did not normalise', () => {
    expect(
      read({ winlog, event: { code: 4688, action: 'Process Creation', original: '<Event/>' } }),
    ).toMatchObject({
      parser: 'windows-winlogbeat@2',
      time: 1_773_144_000_123_456_700n,
      fields: {
        'event.code': '4688',
        'event.outcome': 'success',
        'host.name': 'ws01.example.org',
        'process.executable': 'C:\\Windows\\System32\\cmd.exe',
        'process.name': 'cmd.exe',
        'process.pid': 420,
        'process.parent.pid': 16,
        'process.parent.name': 'explorer.exe',
        'process.command_line': 'cmd /c whoami',
        'user.name': 'anna',
        'user.id': 'S-1-5-21-1',
        'winlog.record_id': '7',
        'winlog.event_data.CommandLine': 'cmd /c whoami',
      },
    })
  })

  it('keeps what the agent normalised, and drops its task for an action and its copy of the line', () => {
    const { fields } = read({
      winlog,
      event: { code: 4688, action: 'Process Creation', original: '<Event/>', outcome: 'failure' },
      host: { name: 'given' },
      process: { name: 'given.exe' },
    })
    expect(fields).toMatchObject({
      'host.name': 'given',
      'process.name': 'given.exe',
      'event.outcome': 'failure',
    })
    expect(fields).not.toHaveProperty(['event.action'])
    expect(fields).not.toHaveProperty(['event.original'])
  })
})
