import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

describe('splunk-export', () => {
  it('gives the indexed line to its own parser and keeps the host', () => {
    const raw = '{"ts":1773144000.5,"uid":"CHhAvVGS1DHFjwGM9","conn_state":"SF"}'
    const line = JSON.stringify({
      preview: false,
      result: { _raw: raw, _time: '2026-03-11', host: 'sensor01' },
    })
    const read = parseLine(line, 'auto', context)
    expect(read.parser).toBe('zeek-json@1')
    expect(read.fields['host.name']).toBe('sensor01')
    expect(read.time).toBe(1_773_144_000_500_000_000n)
  })

  it('leaves other JSON with a raw field alone', () => {
    expect(parseLine('{"_raw":"x","a":1}', 'auto', context).parser).toBe('json@1')
  })
})
