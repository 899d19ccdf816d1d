import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './gelf.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

describe('gelf', () => {
  it('reads message, host, level and additional fields', () => {
    const { fields, time, parser: name } = parseLine(parser.samples[0] ?? '', 'auto', context)
    expect([name, time]).toEqual(['gelf@1', 1_773_144_000_250_000_000n])
    expect(fields).toMatchObject({
      message: 'log-in refused\nfor anna',
      'host.name': 'api01.example.org',
      'log.syslog.severity.code': 4,
      'log.level': 'warning',
      user: 'anna',
      'user.name': 'anna',
      'client.ip': '10.0.0.7',
    })
  })

  it('takes only names with an underscore for fields of the sender', () => {
    const line = '{"host":"h","short_message":"s","level":99,"_id":"x","_a b":1,"_ok":true,"evil":1}'
    expect(parseLine(line, 'auto', context).fields).toEqual({
      ok: true,
      'event.dataset': 'gelf.log',
      message: 's',
      'host.name': 'h',
    })
  })
})
