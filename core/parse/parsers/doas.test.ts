import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 12:00:00 bsd1 doas: ${message}`, 'auto', context)

it('reads who ran what as whom and where', () => {
  expect(read('anna ran command cp a as b from c as root from /home/anna')).toMatchObject({
    parser: 'doas@1',
    fields: {
      'event.outcome': 'success',
      'user.name': 'anna',
      'user.effective.name': 'root',
      'process.command_line': 'cp a as b from c',
      'process.working_directory': '/home/anna',
    },
  })
})

it('reads refusals', () => {
  expect(read('failed command for bob: ls -l').fields).toMatchObject({
    'event.action': 'sudo_denied',
    'user.name': 'bob',
    'process.command_line': 'ls -l',
  })
  expect(read('failed auth for bob').fields).toMatchObject({ 'event.outcome': 'failure', 'user.name': 'bob' })
})

it('leaves other messages to the envelope', () => expect(read('a tty is required').parser).toBe('syslog@1'))
