import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
describe('windows-winlogbeat6', () => {
  it('reads names from before ECS', () => {
    const line = JSON.stringify({
      '@timestamp': '2026-03-10T12:00:00.123Z',
      log_name: 'Microsoft-Windows-Sysmon/Operational',
      source_name: 'Microsoft-Windows-Sysmon',
      event_id: 11,
      level: 'Information',
      computer_name: 'ws01',
      record_number: '77',
      user: { identifier: 'S-1-5-18', name: 'SYSTEM' },
      event_data: { UtcTime: '2026-03-10 11:59:59.500', TargetFilename: 'C:\\Temp\\a.b.exe', ProcessId: '4' },
      message: 'File created',
    })
    expect(parseLine(line, 'auto', context)).toMatchObject({
      parser: 'windows-winlogbeat6@1',
      time: 1_773_143_999_500_000_000n,
      fields: {
        'event.code': '11',
        'winlog.channel': 'Microsoft-Windows-Sysmon/Operational',
        'winlog.record_id': '77',
        'file.path': 'C:\\Temp\\a.b.exe',
        'file.name': 'a.b.exe',
        'file.directory': 'C:\\Temp',
        'file.extension': 'exe',
        'process.pid': 4,
        'user.id': 'S-1-5-18',
        'log.level': 'information',
        message: 'File created',
      },
    })
  })
})
