import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './windows-text.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 60 })

describe('windows-text', () => {
  it('reads the head and what stands in the text', () => {
    const { parser: by, time, fields } = read(parser.samples[0] ?? '')
    expect([by, time]).toEqual(['windows-text@1', 1_773_140_400_000_000_000n])
    expect(fields).toMatchObject({
      'event.code': '4624',
      'event.provider': 'Microsoft-Windows-Security-Auditing',
      'event.outcome': 'success',
      'winlog.channel': 'Security',
      'winlog.record_id': '71',
      'log.level': 'information',
      'host.hostname': 'dc01',
      'user.name': 'anna',
      'user.id': 'S-1-5-21-1',
      'source.ip': '203.0.113.9',
    })
  })

  it('knows noon from midnight', () => {
    const at = (clock: string) => read(`03/10/2026 ${clock}\nLogName=a\nEventCode=1`).time
    expect(at('12:30:00 AM')).toBe(1_773_099_000_000_000_000n)
    expect(at('12:30:00 PM')).toBe(1_773_142_200_000_000_000n)
    expect(at('11:30:00.123 PM')).toBe(1_773_181_800_000_000_000n)
  })

  it('leaves other lines alone', () => {
    expect(read('LogName=Security').parser).not.toMatch(/^windows/)
    expect(read('10.0.0.7 something LogName=x').parser).not.toMatch(/^windows/)
  })
})
