import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './windows-snare.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const [logon = '', service = ''] = parser.samples

describe('windows-snare', () => {
  it('reads columns and what stands in the text', () => {
    const { parser: by, time, fields } = read(logon)
    expect([by, time]).toEqual(['windows-snare@1', 1_773_140_400_000_000_000n])
    expect(fields).toMatchObject({
      'event.code': '4624',
      'event.provider': 'Microsoft-Windows-Security-Auditing',
      'event.outcome': 'success',
      'winlog.channel': 'Security',
      'winlog.record_id': '71',
      'host.name': 'dc01.example.org',
      'user.name': 'anna',
      'user.id': 'S-1-5-21-1',
      'source.ip': '203.0.113.9',
      'source.port': 51012,
      'winlog.logon.type': 'Network',
      'winlog.event_data.SubjectUserName': 'DC01$',
    })
  })

  it('reads tabs that a relay has escaped', () => {
    expect(read(service).fields).toMatchObject({
      'event.code': '7036',
      'log.level': 'information',
      message: 'The Print Spooler service entered the stopped state.',
    })
  })

  it.each([
    ['<13>Mar 10 12:00:00 dc01 '],
    ['<13>Mar 10 12:00:00 dc01 MSWinEventLog: '],
    ['<13>Mar 10 12:00:00 dc01\t'],
  ])('reads it behind %j', (header) => {
    expect(read(header + logon).parser).toBe('windows-snare@1')
  })

  it('leaves other lines alone', () => {
    expect(read('MSWinEventLog stopped').parser).toBe('raw@1')
  })
})
