import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

describe('ecs', () => {
  it('keeps nested and dotted names, but for the time and the line', () => {
    const line =
      '{"@timestamp":"2026-03-10T12:00:00.5Z","ecs.version":"8.11","event":{"code":7,"original":"x","category":["web"]},"source.ip":"10.0.0.7"}'
    expect(read(line)).toEqual({
      parser: 'ecs@1',
      time: 1_773_144_000_500_000_000n,
      fields: {
        'ecs.version': '8.11',
        'event.code': '7',
        'event.category': ['web'],
        'source.ip': '10.0.0.7',
        'source.address': '10.0.0.7',
      },
    })
  })

  it('adds what follows from the fields', () => {
    const process = { executable: '/usr/sbin/cron', ppid: 1, args: ['cron', '-f'] }
    const document = { '@timestamp': '2026-03-10T12:00:00Z', ecs: { version: '1.12' }, process }
    expect(read(JSON.stringify({ ...document, client: { domain: 'ws01' } })).fields).toMatchObject({
      'process.name': 'cron',
      'process.parent.pid': 1,
      'process.command_line': 'cron -f',
      'client.address': 'ws01',
    })
  })

  it('leaves JSON that only has a @timestamp to the generic parser', () => {
    expect(read('{"@timestamp":"2026-03-10T12:00:00Z","msg":"x"}').parser).toBe('json@1')
  })
})
