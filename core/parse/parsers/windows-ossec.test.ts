import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './windows-ossec.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const [failed = '', service = ''] = parser.samples

describe('windows-ossec', () => {
  it('reads the head and what stands in the text', () => {
    const { parser: by, time, fields } = read(failed)
    expect([by, time]).toEqual(['windows-ossec@1', 1_773_140_400_000_000_000n])
    expect(fields).toMatchObject({
      'event.code': '4625',
      'event.outcome': 'failure',
      'winlog.channel': 'Security',
      'host.name': 'dc01.example.org',
      'user.name': 'anna',
      'source.ip': '203.0.113.9',
    })
  })

  it('reads it inside syslog', () => {
    const { parser: by, fields } = read(`<13>Mar 10 12:00:00 ws01 ${service}`)
    expect(by).toBe('windows-ossec@1')
    expect(fields).toMatchObject({
      'event.code': '7036',
      'log.level': 'information',
      message: 'The Print Spooler service entered the stopped state.',
    })
  })

  it('leaves other lines alone', () => {
    expect(read('2026 Mar 10 12:00:00 WinEvtLog: a: b: c').parser).not.toMatch(/^windows/)
    expect(read('WinEvtLog: a: constructor(1): b: c').parser).not.toMatch(/^windows/)
  })
})
