import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('mssql', () => {
  it('reads a refused log-in', () => {
    const line =
      "2026-03-10 12:00:00.12 Logon       Login failed for user 'EXAMPLE\\anna'. Reason: Bad password. [CLIENT: 203.0.113.9]"
    expect(read(line)).toMatchObject({
      parser: 'mssql@1',
      time: 1_773_144_000_120_000_000n,
      fields: {
        'event.action': 'login-failed',
        'event.outcome': 'failure',
        'event.reason': 'Bad password.',
        'user.name': 'anna',
        'user.domain': 'EXAMPLE',
        'source.ip': '203.0.113.9',
        'mssql.log.origin': 'Logon',
      },
    })
  })

  it('reads errors and messages of many lines', () => {
    expect(
      read('2026-03-10 12:00:00.12 spid51      Error: 18456, Severity: 14, State: 8.').fields,
    ).toMatchObject({
      'event.code': '18456',
      'event.severity': 14,
    })
    expect(read('2026-03-10 12:00:00.12 Server      a\n\tb').fields.message).toBe('a\n\tb')
  })

  it.each(['2026-03-10 12:00:00.12 Other  x', '2026-03-10 12:00:00.12'])('does not read %s', (line) => {
    expect(read(line).parser).not.toBe('mssql@1')
  })
})
