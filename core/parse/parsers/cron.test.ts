import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 12:00:00 web01 CRON[7]: ${message}`, 'auto', context)

describe('cron', () => {
  it('reads user and command', () => {
    expect(read('(root) CMD (echo (a) > /dev/null)')).toMatchObject({
      parser: 'cron@1',
      fields: {
        'user.name': 'root',
        'process.command_line': 'echo (a) > /dev/null',
        'event.action': 'cron_command',
        'event.dataset': 'system.syslog',
      },
    })
  })

  it('reads a changed table', () => {
    expect(read('(root) REPLACE (bob)').fields).toMatchObject({
      'event.action': 'crontab_changed',
      'user.name': 'root',
      'user.target.name': 'bob',
    })
  })

  it('leaves other messages to the envelope', () => {
    expect(read('Starting up').parser).toBe('syslog@1')
  })
})
